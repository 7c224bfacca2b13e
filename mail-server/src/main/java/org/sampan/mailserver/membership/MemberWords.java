package org.sampan.mailserver.membership;

import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what people write about members, in REST and in files, and says what is allowed. */
final class MemberWords {
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*");

    private MemberWords() {}

    /** @throws IllegalArgumentException when this is no mode */
    static DeliveryMode mode(String text) {
        return DeliveryMode.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("mode: '" + Shown.of(text) + "' is none of each, digest, none"));
    }

    /**
     * In the usual case ({@code zh-TW}); empty stays empty.
     *
     * @throws IllegalArgumentException when this is no language tag
     */
    static String language(String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (!LANGUAGE.matcher(text).matches()) {
            throw new IllegalArgumentException("language: a tag such as en, my or zh-TW, not '" + Shown.of(text) + "'");
        }
        return Locale.forLanguageTag(text).toLanguageTag();
    }

    /** @throws IllegalArgumentException when this is neither empty nor a time zone */
    static String timezone(String text) {
        if (!text.isEmpty() && !ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("timezone: a name such as Asia/Bangkok, not '" + Shown.of(text) + "'");
        }
        return text;
    }
}
