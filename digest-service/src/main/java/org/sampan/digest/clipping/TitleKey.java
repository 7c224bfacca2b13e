package org.sampan.digest.clipping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A title without what editors change when they take it over: case, punctuation, quotes, spacing. */
public record TitleKey(String value) {
    /** Shorter titles ("Invitation", "Weekly update") are shared by stories that have nothing else in common. */
    private static final int TELLING = 20;

    /** What is looked up must not be longer than an index takes. */
    private static final int LONGEST = 400;

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    public static TitleKey of(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String key = NOT_A_WORD.matcher(plain).replaceAll(" ").strip();
        return new TitleKey(
                key.length() <= LONGEST ? key : key.substring(0, LONGEST).strip());
    }

    /** Long enough to tell one story from another. */
    public boolean isTelling() {
        return value.codePointCount(0, value.length()) >= TELLING;
    }
}
