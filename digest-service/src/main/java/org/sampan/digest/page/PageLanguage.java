package org.sampan.digest.page;

import java.util.Locale;

/**
 * A language pages are had in.
 *
 * @param tag BCP 47
 * @param name what its speakers call it
 */
public record PageLanguage(String tag, String name) {
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
