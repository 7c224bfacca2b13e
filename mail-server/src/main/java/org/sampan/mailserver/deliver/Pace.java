package org.sampan.mailserver.deliver;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.sampan.mailserver.settings.Settings.DomainLimit;

/**
 * How fast a server may be met: never beyond what the operator allows. When it asks us to slow down the number of connections is
 * halved, and when there is but one, a gap is kept between copies; both grow back with what it takes. After a failure there is a
 * pause, longer each time. Guarded by its route.
 */
final class Pace {
    private static final int SUCCESSES_PER_STEP = 50;
    private static final int SUCCESSES_PER_GAP = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final long FIRST_GAP = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_GAP = Duration.ofSeconds(10).toNanos();
    private static final long BURST = Duration.ofSeconds(1).toNanos();

    private final int ceiling;
    private final long leastGap;
    private final LongSupplier nanoTime;
    private int limit;
    private long learnedGap;
    private long paidUntil;
    private int successes;
    private int failures;
    private long pauseUntil;
    private long throttledAt;

    Pace(DomainLimit allowed, LongSupplier nanoTime) {
        this.ceiling = allowed.connections();
        this.leastGap = allowed.perMinute() > 0 ? Duration.ofMinutes(1).toNanos() / allowed.perMinute() : 0;
        this.nanoTime = nanoTime;
        this.limit = ceiling;
        this.paidUntil = nanoTime.getAsLong();
        this.pauseUntil = paidUntil;
        this.throttledAt = paidUntil - SETTLING.toNanos();
    }

    /** Most connections that may stay open. */
    int limit() {
        return limit;
    }

    /** Most connections that new ones may add up to: after a failure one tries whether the others may come. */
    int limitForNew() {
        return failures > 0 ? 1 : limit;
    }

    /** Copies that may go now. */
    int allowance() {
        long gap = gap();
        if (gap == 0) {
            return Integer.MAX_VALUE;
        }
        long now = nanoTime.getAsLong();
        long room = Math.max(gap, BURST) - Math.max(0, paidUntil - now);
        return (int) Math.max(0, room / gap);
    }

    /** So many are going. */
    void spend(int copies) {
        long gap = gap();
        if (gap > 0) {
            long now = nanoTime.getAsLong();
            paidUntil = now + Math.max(0, paidUntil - now) + gap * copies;
        }
    }

    /** Until there is an allowance again. */
    Duration untilAllowed() {
        long gap = gap();
        long missing = Math.max(0, paidUntil - nanoTime.getAsLong()) + gap - Math.max(gap, BURST);
        return Duration.ofNanos(Math.max(0, missing));
    }

    /** @return whether one more connection is allowed than before */
    boolean succeeded() {
        boolean recovered = failures > 0;
        failures = 0;
        if (learnedGap == 0 && limit >= ceiling) {
            return recovered;
        }
        successes++;
        if (learnedGap > 0 && successes >= SUCCESSES_PER_GAP) {
            successes = 0;
            learnedGap = learnedGap > FIRST_GAP ? learnedGap / 2 : 0;
        } else if (learnedGap == 0 && successes >= SUCCESSES_PER_STEP) {
            successes = 0;
            limit++;
            return true;
        }
        return recovered;
    }

    /** @return false when it was done a moment ago: many connections hear the same at once */
    boolean throttle() {
        long now = nanoTime.getAsLong();
        if (now - throttledAt < SETTLING.toNanos()) {
            return false;
        }
        throttledAt = now;
        successes = 0;
        if (limit > 1) {
            limit = limit / 2;
        } else {
            learnedGap = Math.min(LONGEST_GAP, Math.max(FIRST_GAP, learnedGap * 2));
        }
        return true;
    }

    /**
     * @param others connections besides the one that failed
     * @return how long nothing should be tried
     */
    Duration failed(int others) {
        limit = Math.max(1, Math.min(limit, others));
        long now = nanoTime.getAsLong();
        if (!isPausing()) {
            failures++;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 7));
            pauseUntil = now + (pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause).toNanos();
        }
        return Duration.ofNanos(Math.max(0, pauseUntil - now));
    }

    boolean isPausing() {
        return failures > 0 && nanoTime.getAsLong() - pauseUntil < 0;
    }

    /** For logs. */
    @Override
    public String toString() {
        return "connections=" + limit + " gapMillis=" + gap() / 1_000_000;
    }

    private long gap() {
        return Math.max(leastGap, learnedGap);
    }
}
