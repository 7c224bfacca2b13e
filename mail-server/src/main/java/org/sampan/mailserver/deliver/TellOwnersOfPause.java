package org.sampan.mailserver.deliver;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.lifecycle.api.Startable;
import org.sampan.mailserver.delivery.HaltedDeliveries;
import org.sampan.mailserver.delivery.HaltedDeliveries.PausedSend;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a list's owners that a send paused itself, soon after it did, on whichever node looks first. */
final class TellOwnersOfPause implements Startable, Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(TellOwnersOfPause.class);
    private static final int EVERY_SECONDS = 5;

    private final HaltedDeliveries halted;
    private final MailingLists lists;
    private final PauseNotices notices;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tell-owners");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    TellOwnersOfPause(HaltedDeliveries halted, MailingLists lists, PauseNotices notices) {
        this.halted = halted;
        this.lists = lists;
        this.notices = notices;
    }

    void start() {
        timer.scheduleWithFixedDelay(this, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    @Override
    public void run() {
        try {
            while (halted.tellOfOne(this::tell)) {
                // until all are told
            }
        } catch (RuntimeException e) {
            LOGGER.warn("event=owners-not-told reason=\"{}\"", Reason.of(e));
        }
    }

    private void tell(PausedSend send) {
        Optional<MailingList> list = lists.find(send.list());
        int owners = list.map(it -> notices.send(it, send)).orElse(0);
        LOGGER.warn("event=send-paused post={} owners={}", send.post(), owners);
    }
}
