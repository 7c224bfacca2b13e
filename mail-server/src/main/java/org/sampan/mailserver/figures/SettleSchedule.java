package org.sampan.mailserver.figures;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.lifecycle.api.Startable;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts every list's last days each hour, so that nothing is missing when the ledger forgets. */
final class SettleSchedule implements Startable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SettleSchedule.class);
    private static final int EVERY_MINUTES = 60;

    private final ListDays days;
    private final MailingLists lists;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "settle-days");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    SettleSchedule(ListDays days, MailingLists lists) {
        this.days = days;
        this.lists = lists;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::once, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private void once() {
        try {
            lists.all().forEach(days::settle);
        } catch (RuntimeException trouble) {
            LOGGER.error("event=days-not-settled", trouble);
        }
    }
}
