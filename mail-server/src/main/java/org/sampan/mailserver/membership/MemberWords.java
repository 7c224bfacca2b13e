package org.sampan.mailserver.membership;

import java.time.ZoneId;

/** Reads what people write about members, in REST and in files, and says what is allowed. */
final class MemberWords {
    private MemberWords() {}

    /** @throws IllegalArgumentException when this is no mode */
    static DeliveryMode mode(String text) {
        return DeliveryMode.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "mode: '" + Shown.of(text) + "' is none of " + DeliveryMode.words()));
    }

    /** @throws IllegalArgumentException when this is neither empty nor a time zone */
    static String timezone(String text) {
        if (!text.isEmpty() && !ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("timezone: a name such as Asia/Bangkok, not '" + Shown.of(text) + "'");
        }
        return text;
    }
}
