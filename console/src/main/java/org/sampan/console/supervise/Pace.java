package org.sampan.console.supervise;

import java.time.Duration;

/**
 * The supervisor's patience.
 *
 * @param tick between two looks at the parts
 * @param firstPause before a part that died is started again; doubled each time
 * @param longestPause the most it is doubled to
 * @param steadyAfter a part that ran this long is trusted again
 * @param killAfter how long a part may take to end in order
 */
public record Pace(
        Duration tick, Duration firstPause, Duration longestPause, Duration steadyAfter, Duration killAfter) {

    public static Pace usual() {
        return new Pace(
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30));
    }

    Duration pauseAfter(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 16));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
