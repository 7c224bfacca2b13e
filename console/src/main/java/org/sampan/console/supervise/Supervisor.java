package org.sampan.console.supervise;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs the parts: starts each when those it needs are ready, starts again what dies, and ends all in reverse order when asked to. Until all
 * were ready once it is strict: a part that refuses its configuration (exit 78), or dies three times, ends the whole start.
 * {@link #run} belongs to one thread; {@link #stop} may come from any.
 */
public final class Supervisor {

    /** EX_CONFIG of sysexits.h: the part has said on standard error what is wrong with its configuration. */
    private static final int BAD_CONFIGURATION = 78;

    private static final int MOST_DEATHS_AT_START = 3;
    private static final Duration BETWEEN_HEALTH_CHECKS = Duration.ofSeconds(10);

    private final List<SupervisedPart> parts = new ArrayList<>();
    private final EventLog events;
    private final Pace pace;
    private final Clock clock;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CountDownLatch allReady = new CountDownLatch(1);
    private Instant nextHealthCheck = Instant.MIN;

    public Supervisor(List<Part> parts, RunFolder run, LogFolder logs, EventLog events, Pace pace) {
        this.events = events;
        this.pace = pace;
        this.clock = Clock.systemUTC();
        for (Part part : parts) {
            this.parts.add(new SupervisedPart(part, run, logs.of(part.name()), pace, clock));
        }
    }

    /** Returns when everything has ended. */
    public Ending run() throws InterruptedException {
        Optional<String> failure = Optional.empty();
        while (failure.isEmpty() && !stopAsked.await(pace.tick().toMillis(), TimeUnit.MILLISECONDS)) {
            failure = buryTheDead();
            if (failure.isEmpty()) {
                failure = launchWhatIsDue();
            }
            checkHealth();
        }
        stopAll();
        return failure.<Ending>map(Ending.StartFailed::new).orElseGet(Ending.Stopped::new);
    }

    /** Asks for the end and returns at once. */
    public void stop() {
        stopAsked.countDown();
    }

    /** Waits until every part was ready once; false when that took too long. */
    public boolean awaitReady(Duration patience) throws InterruptedException {
        return allReady.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean starting() {
        return allReady.getCount() > 0;
    }

    private Optional<String> buryTheDead() {
        for (SupervisedPart part : parts) {
            Optional<SupervisedPart.Death> death = part.death();
            if (death.isPresent()) {
                SupervisedPart.Death how = death.get();
                events.event(
                        "part-died",
                        "part",
                        part.part().name(),
                        "exit",
                        how.exitCode(),
                        "lived",
                        how.lived(),
                        "again-in",
                        part.pause());
                boolean hopeless = how.exitCode() == BAD_CONFIGURATION || how.failuresInRow() >= MOST_DEATHS_AT_START;
                if (starting() && hopeless) {
                    return Optional.of(LastWords.of(part, how));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> launchWhatIsDue() {
        for (SupervisedPart part : parts) {
            if (part.due() && needsAreReady(part)) {
                try {
                    part.launch();
                    events.event(
                            "part-started", "part", part.part().name(), "pid", part.pid(), "launches", part.launches());
                } catch (IOException e) {
                    events.event(
                            "part-not-started", "part", part.part().name(), "reason", String.valueOf(e.getMessage()));
                    return starting()
                            ? Optional.of(part.part().name() + " cannot be started: " + e.getMessage())
                            : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private boolean needsAreReady(SupervisedPart part) {
        return parts.stream()
                .filter(other -> part.part().needs().contains(other.part().name()))
                .allMatch(SupervisedPart::ready);
    }

    private void checkHealth() {
        boolean everyPart = !clock.instant().isBefore(nextHealthCheck);
        for (SupervisedPart part : parts) {
            if (part.running() && (everyPart || !part.ready()) && part.probe()) {
                events.event("part-health", "part", part.part().name(), "state", part.ready() ? "ready" : "not-ready");
            }
        }
        if (everyPart) {
            nextHealthCheck = clock.instant().plus(BETWEEN_HEALTH_CHECKS);
            parts.forEach(SupervisedPart::rotateLog);
        }
        if (starting() && parts.stream().allMatch(SupervisedPart::ready)) {
            events.event("all-ready");
            allReady.countDown();
        }
    }

    private void stopAll() throws InterruptedException {
        List<SupervisedPart> lastFirst = new ArrayList<>(parts);
        Collections.reverse(lastFirst);
        for (SupervisedPart part : lastFirst) {
            if (part.running()) {
                events.event("part-stopping", "part", part.part().name(), "pid", part.pid());
                boolean killed = part.stop();
                events.event("part-stopped", "part", part.part().name(), "by-force", killed);
            }
        }
    }
}
