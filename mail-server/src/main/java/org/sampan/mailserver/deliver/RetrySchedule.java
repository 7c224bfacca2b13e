package org.sampan.mailserver.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a copy that was put off is offered again: soon at first, for greylisting, then every four hours. */
final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private RetrySchedule() {}

    /**
     * @param attempts how often it was offered by now, at least once
     * @return empty when the message expires before the next attempt
     */
    static Optional<Instant> next(int attempts, Instant now, Instant expiresAt) {
        Instant next = now.plus(PAUSES.get(Math.min(attempts, PAUSES.size()) - 1));
        return next.isAfter(expiresAt) ? Optional.empty() : Optional.of(next);
    }
}
