package org.sampan.mailserver.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.sampan.mailserver.deliver.ConnectionMetrics.ConnectionPool;

/** The threads that send, one for each connection. Safe for many threads. */
final class Senders implements AutoCloseable {
    private final Clock wallClock;
    private final OutcomeRecorder outcomes;
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "deliver-retry");
        thread.setDaemon(true);
        return thread;
    });

    /** @param most connections over all routes */
    Senders(int most, OutcomeRecorder outcomes, Clock wallClock) {
        this.wallClock = wallClock;
        this.outcomes = outcomes;
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(most, most, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "deliver-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    Instant now() {
        return wallClock.instant();
    }

    void start(Route route) {
        try {
            threads.execute(
                    new Sender(route, outcomes, () -> !threads.getQueue().isEmpty()));
        } catch (RejectedExecutionException closed) {
            route.senderNotStarted();
        }
    }

    /** @param copies claimed and not settled */
    ConnectionPool pool(int copies) {
        return new ConnectionPool(
                threads.getActiveCount(), threads.getQueue().size(), threads.getMaximumPoolSize(), copies);
    }

    void later(Runnable task, Duration pause) {
        try {
            clock.schedule(task, pause.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // nothing will be sent any more
        }
    }

    /** Waits for what is under way. @return whether all ended in time */
    boolean close(Duration atMost) {
        clock.shutdownNow();
        threads.shutdown();
        try {
            return threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }
}
