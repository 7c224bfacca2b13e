package org.sampan.mailserver.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.lifecycle.api.Startable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what time alone brings: trials that stayed out, reminders, removals, owners' summaries. Nodes share the work. */
final class BounceSchedule implements Startable {
    private static final Logger LOGGER = LoggerFactory.getLogger(BounceSchedule.class);
    private static final int EVERY_SECONDS = 10;

    /** A node that dies with a case in hand leaves it to the others after this. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(180);
    private static final Duration FORGET_EACH = Duration.ofHours(6);

    private final BounceCases cases;
    private final Bounces bounces;
    private final BounceSteps steps;
    private final WeeklySummaries summaries;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "bounces");
        thread.setDaemon(true);
        return thread;
    });
    private Instant forgetAt = Instant.EPOCH;

    @Inject
    BounceSchedule(BounceCases cases, Bounces bounces, BounceSteps steps, WeeklySummaries summaries, Clock clock) {
        this.cases = cases;
        this.bounces = bounces;
        this.steps = steps;
        this.summaries = summaries;
        this.clock = clock;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::tryOnce, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /** Everything that is due now. */
    void once() {
        Instant now = clock.instant();
        cases.claimDue(now, AGAIN_AFTER).forEach(steps::goOn);
        summaries.sendDue(now);
        if (!now.isBefore(forgetAt)) {
            bounces.forget(KEPT);
            forgetAt = now.plus(FORGET_EACH);
        }
    }

    private void tryOnce() {
        try {
            once();
        } catch (RuntimeException trouble) {
            LOGGER.error("event=bounce-schedule-failed", trouble);
        }
    }
}
