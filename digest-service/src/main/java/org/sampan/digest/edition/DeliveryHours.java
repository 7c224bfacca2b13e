package org.sampan.digest.edition;

import java.time.LocalTime;
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
    public static final DeliveryHours ANY = new DeliveryHours(Optional.empty(), Optional.empty());

    /** As the mail server is told (contract, {@code X-Sampan-Deliver}); empty when any hour will do. */
    public Optional<String> field() {
        String wishes = Stream.of(
                        at.map(hour -> "at=" + hour), quiet.map(hours -> "quiet=" + hours.from() + "-" + hours.until()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Optional.of(wishes).filter(it -> !it.isEmpty());
    }

    /** From one hour to another, be it over midnight. */
    public record Quiet(LocalTime from, LocalTime until) {}
}
