package org.sampan.digest.edition;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When copies reach readers, in each reader's own time.
 *
 * @param at not before this hour; empty: as soon as they can
 * @param quiet not between these hours
 */
public record DeliveryHours(Optional<LocalTime> at, Optional<Quiet> quiet) {
    private static final long HALF_A_DAY = 12 * 60;

    public static final DeliveryHours ANY = new DeliveryHours(Optional.empty(), Optional.empty());

    /** As the mail server is told (contract, {@code X-Sampan-Deliver}); empty when any hour will do. */
    public Optional<String> field() {
        String wishes = Stream.of(
                        at.map(hour -> "at=" + hour), quiet.map(hours -> "quiet=" + hours.from() + "-" + hours.until()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Optional.of(wishes).filter(it -> !it.isEmpty());
    }

    /**
     * Whose copies go then: the zone in which it is one of these hours, {@code home} if it is so there.
     *
     * @param due as the mail server told it
     */
    public ZoneId where(Instant due, ZoneId home) {
        List<LocalTime> hours =
                Stream.of(at, quiet.map(Quiet::until)).flatMap(Optional::stream).toList();
        LocalTime there = LocalTime.ofInstant(due, home).truncatedTo(ChronoUnit.MINUTES);
        return hours.isEmpty() || hours.contains(there) ? home : zone(hours.get(0), LocalTime.ofInstant(due, UTC));
    }

    /** Of no name: GMT+06:30. */
    private static ZoneId zone(LocalTime hour, LocalTime utc) {
        long minutes = Duration.between(utc, hour).toMinutes();
        long offset = Math.floorMod(minutes + HALF_A_DAY - 1, 2 * HALF_A_DAY) - HALF_A_DAY + 1;
        return ZoneId.ofOffset("GMT", ZoneOffset.ofTotalSeconds(Math.toIntExact(offset * 60)));
    }

    /** From one hour to another, be it over midnight. */
    public record Quiet(LocalTime from, LocalTime until) {}
}
