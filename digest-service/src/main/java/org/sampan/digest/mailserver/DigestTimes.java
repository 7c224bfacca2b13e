package org.sampan.digest.mailserver;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * When a list's digests go out, as its owners chose.
 *
 * @param digestHour of the reader's own day
 * @param digestDay of the week, for weekly ones: {@code monday}
 * @param digestTimezone of readers who told none
 * @param digestBytes so much gathered goes out before its time; 0: never
 */
public record DigestTimes(int digestHour, String digestDay, String digestTimezone, long digestBytes) {
    public DayOfWeek day() {
        return DayOfWeek.valueOf(digestDay.toUpperCase(Locale.ROOT));
    }

    /** @param told by a reader; where it is empty or no zone, the list's is taken */
    public ZoneId zone(String told) {
        try {
            return ZoneId.of(told.isBlank() ? digestTimezone : told);
        } catch (DateTimeException noZone) {
            return told.isBlank() ? ZoneOffset.UTC : zone("");
        }
    }
}
