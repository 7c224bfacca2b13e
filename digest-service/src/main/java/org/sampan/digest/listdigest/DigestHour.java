package org.sampan.digest.listdigest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.DigestTimes;

/**
 * When a digest is due.
 *
 * @param at never in the future
 * @param day the reader's own date then
 */
public record DigestHour(Instant at, LocalDate day) {
    /** The latest one up to now. An hour that a change of the clocks leaves out is the one after it. */
    public static DigestHour latest(Instant now, DeliveryMode mode, ZoneId zone, DigestTimes times) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = mode.isWeekly() ? today.with(TemporalAdjusters.previousOrSame(times.day())) : today;
        ZonedDateTime due = day.atTime(times.digestHour(), 0).atZone(zone);
        if (due.toInstant().isAfter(now)) {
            day = mode.isWeekly() ? day.minusWeeks(1) : day.minusDays(1);
            due = day.atTime(times.digestHour(), 0).atZone(zone);
        }
        return new DigestHour(due.toInstant(), day);
    }
}
