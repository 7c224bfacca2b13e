package org.sampan.digest.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A point in time as people give it: an instant, or a day in the time zone of a series. */
final class Moment {
    private Moment() {}

    /** A day means its beginning. */
    static Instant since(String text, ZoneId zone) {
        return read("since", text, zone, 0);
    }

    /** A day is meant to its end. */
    static Instant until(String text, ZoneId zone) {
        return read("until", text, zone, 1);
    }

    private static Instant read(String field, String text, ZoneId zone, int plusDays) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(plusDays)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            throw Refused.field(
                    field,
                    field + " must be a day like 2026-11-22 or an instant like 2026-11-22T08:00:00Z, not " + text);
        }
    }
}
