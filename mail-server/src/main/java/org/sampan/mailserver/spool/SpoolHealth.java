package org.sampan.mailserver.spool;

import java.time.Duration;
import java.util.OptionalLong;
import javax.inject.Inject;
import org.sampan.mailserver.admin.HealthPart;

/** Mail goes on through the stages: it can be taken from the queue, and the spool is empty or was worked on lately. */
final class SpoolHealth implements HealthPart {
    /** Longer than the longest pause before a mail is tried again. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Spool spool;
    private final DequeueTrouble trouble;
    private long doneBefore = -1;
    private long movedAt = System.nanoTime();

    @Inject
    SpoolHealth(Spool spool, DequeueTrouble trouble) {
        this.spool = spool;
        this.trouble = trouble;
    }

    @Override
    public String name() {
        return "spool";
    }

    @Override
    public synchronized void check() {
        trouble.now().ifPresent(it -> {
            throw new IllegalStateException(it);
        });
        long now = System.nanoTime();
        OptionalLong done = spool.done();
        if (spool.depth() == 0 || done.isEmpty() || done.getAsLong() != doneBefore) {
            doneBefore = done.orElse(-1);
            movedAt = now;
        }
        if (now - movedAt > PATIENCE.toNanos()) {
            throw new IllegalStateException(
                    "mail waits and none was worked on for " + PATIENCE.toMinutes() + " minutes");
        }
    }
}
