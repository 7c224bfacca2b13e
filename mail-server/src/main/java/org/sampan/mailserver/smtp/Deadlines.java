package org.sampan.mailserver.smtp;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which the other server keeps us waiting too long. One thread looks over all of them: a time-out on the
 * socket itself would cost a system call for each reply. Safe for many threads.
 */
public final class Deadlines implements AutoCloseable {
    private final Set<Wire> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;

    /** @param precision how late a connection may be closed */
    public Deadlines(Duration precision) {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "smtp-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(
                this::closeOverdue, precision.toMillis(), precision.toMillis(), TimeUnit.MILLISECONDS);
    }

    void watch(Wire wire) {
        watched.add(wire);
    }

    void forget(Wire wire) {
        watched.remove(wire);
    }

    private void closeOverdue() {
        long now = System.nanoTime();
        watched.forEach(wire -> wire.closeIfOverdue(now));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
