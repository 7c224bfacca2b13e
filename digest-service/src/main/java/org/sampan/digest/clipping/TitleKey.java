package org.sampan.digest.clipping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A title without what editors change when they take it over: case, punctuation, quotes, spacing. */
public record TitleKey(String value) {
    /** Shorter titles ("Invitation", "Weekly update") are shared by stories that have nothing else in common. */
    private static final int TELLING = 20;

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    public static TitleKey of(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new TitleKey(NOT_A_WORD.matcher(plain).replaceAll(" ").strip());
    }

    /** Long enough to tell one story from another. */
    public boolean isTelling() {
        return value.codePointCount(0, value.length()) >= TELLING;
    }
}
