package org.sampan.mailserver.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * At what time of the reader's own day a copy goes.
 *
 * @param at at the next time of day that comes; empty: now
 * @param quiet hours in which nothing goes: what would waits for their end; empty: none
 */
public record DeliveryTime(Optional<LocalTime> at, Optional<QuietHours> quiet) {
    /** In the mails of the digest service: {@code at=07:00}, {@code quiet=21:00-07:00}, or both with a {@code ;} between. */
    public static final String FIELD = "X-Sampan-Deliver";

    /** As soon as it can. */
    public static final DeliveryTime NOW = new DeliveryTime(Optional.empty(), Optional.empty());

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final Pattern AT = Pattern.compile("at=(?<at>" + TIME + ")");
    private static final Pattern QUIET = Pattern.compile("quiet=(?<from>" + TIME + ")-(?<to>" + TIME + ")");

    /** Empty when the text is not of the form of {@link #FIELD}, or says one thing twice. */
    public static Optional<DeliveryTime> parse(String field) {
        Optional<LocalTime> at = Optional.empty();
        Optional<QuietHours> quiet = Optional.empty();
        for (String part : field.split(";", -1)) {
            Matcher time = AT.matcher(part.strip());
            Matcher hours = QUIET.matcher(part.strip());
            if (time.matches() && at.isEmpty()) {
                at = Optional.of(LocalTime.parse(time.group("at")));
            } else if (hours.matches()
                    && quiet.isEmpty()
                    && !hours.group("from").equals(hours.group("to"))) {
                quiet = Optional.of(
                        new QuietHours(LocalTime.parse(hours.group("from")), LocalTime.parse(hours.group("to"))));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new DeliveryTime(at, quiet));
    }

    public boolean isNow() {
        return equals(NOW);
    }

    /**
     * When the copies for readers of a zone go.
     *
     * @param zone as they gave it; what is no zone counts as none
     * @param otherwise the zone of those who gave none
     * @return empty: at once
     */
    Optional<Instant> due(String zone, ZoneId otherwise, Instant now) {
        ZonedDateTime local = now.atZone(zone(zone, otherwise));
        ZonedDateTime due = at.map(time -> next(local, time)).orElse(local);
        ZonedDateTime awake = quiet.filter(it -> it.contains(due.toLocalTime()))
                .map(it -> next(due, it.to()))
                .orElse(due);
        return awake.toInstant().isAfter(now) ? Optional.of(awake.toInstant()) : Optional.empty();
    }

    private static ZoneId zone(String zone, ZoneId otherwise) {
        try {
            return zone.isEmpty() ? otherwise : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return otherwise;
        }
    }

    /** A time that a change to summer time leaves out is an hour later on that day. */
    private static ZonedDateTime next(ZonedDateTime from, LocalTime time) {
        ZonedDateTime today = from.with(time);
        return today.isBefore(from) ? from.plusDays(1).with(time) : today;
    }

    /**
     * Hours of a day, also over midnight.
     *
     * @param to the first moment that is not one of them
     */
    public record QuietHours(LocalTime from, LocalTime to) {
        boolean contains(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }
}
