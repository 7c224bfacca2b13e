package org.sampan.mailserver.membership;

import java.time.ZoneId;
import java.util.Set;

/** Reads what people write about members, in REST and in files, and says what is allowed. */
final class MemberWords {
    /** Asking {@link ZoneId} makes a copy of all six hundred each time: two thirds of an import's time. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private MemberWords() {}

    /** @throws IllegalArgumentException when this is no mode */
    static DeliveryMode mode(String text) {
        return DeliveryMode.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "mode: '" + Shown.of(text) + "' is none of " + DeliveryMode.words()));
    }

    /** @throws IllegalArgumentException when this is neither empty nor a time zone */
    static String timezone(String text) {
        if (!text.isEmpty() && !ZONES.contains(text)) {
            throw new IllegalArgumentException("timezone: a name such as Asia/Bangkok, not '" + Shown.of(text) + "'");
        }
        return text;
    }
}
