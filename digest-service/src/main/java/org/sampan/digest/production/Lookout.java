package org.sampan.digest.production;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at something again and again in the background, one look at a time. What a look fails with is a line in the log; the next
 * one tries again. Closing lets the look that is under way end, so that nothing it uses is taken from it.
 */
final class Lookout implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Lookout.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread;
    private final String event;
    private final Runnable look;

    /** @param event what the log calls it when a look fails; the thread's name too */
    Lookout(String event, Runnable look) {
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, event));
        this.event = event;
        this.look = look;
    }

    void begin(Duration first, Duration pause) {
        thread.scheduleWithFixedDelay(this::lookOnce, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Once more, besides. */
    void again(Duration after) {
        if (!thread.isShutdown()) {
            thread.schedule(this::lookOnce, after.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookOnce() {
        try {
            look.run();
        } catch (RuntimeException failure) {
            LOGGER.warn("event={} reason=\"{}\"", event, failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
