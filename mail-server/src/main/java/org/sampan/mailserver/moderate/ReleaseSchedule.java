package org.sampan.mailserver.moderate;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.lifecycle.api.Startable;

/** Looks again and again for approved posts that a crash left behind, for held ones of which something is to be done, and for texts to forget. */
final class ReleaseSchedule implements Startable {
    private static final int EVERY_SECONDS = 30;
    private static final int FORGET_EVERY_SECONDS = 3600;

    private final ReleaseHeldPosts release;
    private final AttendHeldPosts attend;
    private final ForgetDecidedTexts forget;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "release-held-posts");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    ReleaseSchedule(ReleaseHeldPosts release, AttendHeldPosts attend, ForgetDecidedTexts forget) {
        this.release = release;
        this.attend = attend;
        this.forget = forget;
    }

    void start() {
        timer.scheduleWithFixedDelay(release, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(attend, 1, EVERY_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(forget, 2, FORGET_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
