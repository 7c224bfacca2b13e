package org.sampan.digest.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a page is gone. */
public enum Loss {
    /** Its server knows no such page (404). */
    NOT_FOUND,
    /** Its server has taken it away (410). */
    TAKEN_AWAY,
    /** Its server's name leads nowhere any more. */
    NO_HOST,
    /** Its server leads whoever asks for it to the front page, for good. */
    FRONT_PAGE;

    /** As in the texts: {@code links.loss.<word>}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Loss> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
