package org.sampan.digest.production;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sampan.digest.send.SendStatement;
import org.sampan.digest.statement.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tries again to send statements that the mail server could not take; at the start, and every half minute. */
@Component
class StatementSchedule implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StatementSchedule.class);
    private static final int EVERY_SECONDS = 30;

    private final Statements statements;
    private final SendStatement stage;
    private final RunLock locks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    StatementSchedule(Statements statements, SendStatement stage, RunLock locks) {
        this.statements = statements;
        this.stage = stage;
        this.locks = locks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::sendUnsent, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void sendUnsent() {
        try {
            if (!statements.unsent().isEmpty()) {
                try (RunLock.Held held = locks.acquire("statements")) {
                    statements.unsent().forEach(stage::send);
                }
            }
        } catch (RuntimeException failure) {
            LOGGER.warn("event=statements-wait reason=\"{}\"", failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
