package org.sampan.mailserver.deliver;

import java.time.Duration;

/**
 * How fast a server may be met: the number of connections is halved when it asks us to slow down and grows again with what it
 * takes, and after a failure there is a pause, longer each time. Guarded by its route.
 */
final class Pace {
    private static final int SUCCESSES_PER_STEP = 50;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final int ceiling;
    private int limit;
    private int successes;
    private int failures;
    private long pauseUntil = System.nanoTime();
    private long throttledAt = System.nanoTime() - SETTLING.toNanos();

    Pace(int ceiling) {
        this.ceiling = ceiling;
        this.limit = ceiling;
    }

    /** Most connections that may stay open. */
    int limit() {
        return limit;
    }

    /** Most connections that new ones may add up to: after a failure one tries whether the others may come. */
    int limitForNew() {
        return failures > 0 ? 1 : limit;
    }

    /** @return whether one more connection is allowed than before */
    boolean succeeded() {
        boolean recovered = failures > 0;
        failures = 0;
        if (limit < ceiling && ++successes >= SUCCESSES_PER_STEP) {
            successes = 0;
            limit++;
            return true;
        }
        return recovered;
    }

    /** @return false when it was done a moment ago: many connections hear the same at once */
    boolean throttle() {
        long now = System.nanoTime();
        if (now - throttledAt < SETTLING.toNanos()) {
            return false;
        }
        throttledAt = now;
        successes = 0;
        limit = Math.max(1, limit / 2);
        return true;
    }

    /**
     * @param others connections besides the one that failed
     * @return how long nothing should be tried
     */
    Duration failed(int others) {
        limit = Math.max(1, Math.min(limit, others));
        if (!isPausing()) {
            failures++;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 7));
            pauseUntil = System.nanoTime() + (pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause).toNanos();
        }
        return Duration.ofNanos(Math.max(0, pauseUntil - System.nanoTime()));
    }

    boolean isPausing() {
        return failures > 0 && System.nanoTime() - pauseUntil < 0;
    }
}
