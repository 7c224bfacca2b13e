package org.sampan.digest.source;

import java.time.Duration;
import java.util.Optional;

/** How long an ailing source is left alone: a quarter of an hour, then twice as long each time, at most a day. */
final class RetryPause {
    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryPause() {}

    /**
     * @param failures one after the other, this one counted: at least 1
     * @param asked what the server itself asked for; longer than a day is not believed
     */
    static Duration after(int failures, Optional<Duration> asked) {
        Duration own = FIRST.multipliedBy(1L << Math.min(failures - 1, 7));
        Duration wanted = asked.filter(pause -> pause.compareTo(own) > 0).orElse(own);
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
