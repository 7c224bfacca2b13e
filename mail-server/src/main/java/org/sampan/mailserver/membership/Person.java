package org.sampan.mailserver.membership;

import java.util.Locale;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * Somebody with an address. All texts are one line and may be empty, meaning unknown.
 *
 * @param language BCP 47 tag; empty: the list's
 * @param timezone IANA name; empty: the list's
 */
public record Person(
        EmailAddress email, String name, String organisation, String country, String language, String timezone) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*");

    /** @throws IllegalArgumentException naming the first text with a line break or control character */
    public Person {
        requireOneLine("name", name);
        requireOneLine("organisation", organisation);
        requireOneLine("country", country);
        requireOneLine("language", language);
        requireOneLine("timezone", timezone);
    }

    /** Somebody of whom only the address is known. */
    public static Person of(EmailAddress email) {
        return new Person(email, "", "", "", "", "");
    }

    /**
     * A language as people write it, in the usual case ({@code zh-TW}); empty stays empty.
     *
     * @throws IllegalArgumentException when this is no language tag
     */
    public static String languageOf(String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (!LANGUAGE.matcher(text).matches()) {
            throw new IllegalArgumentException("language: a tag such as en, my or zh-TW, not '" + Shown.of(text) + "'");
        }
        return Locale.forLanguageTag(text).toLanguageTag();
    }

    private static void requireOneLine(String field, String text) {
        if (text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + ": one line of at most 200 characters");
        }
    }
}
