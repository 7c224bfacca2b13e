package org.sampan.digest.production;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sampan.digest.send.SendStatement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends statements, one sender at a time on all nodes together: at once when one is made, and again, at the start and
 * every half minute, those that the mail server could not take.
 */
@Component
public class StatementDispatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StatementDispatch.class);
    private static final String LOCK = "statements";
    private static final int EVERY_SECONDS = 30;

    private final Statements statements;
    private final SendStatement stage;
    private final RunLock locks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    StatementDispatch(Statements statements, SendStatement stage, RunLock locks) {
        this.statements = statements;
        this.stage = stage;
        this.locks = locks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::sendUnsent, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns when each list was tried once. */
    public void send(StatementId id) {
        try (RunLock.Held held = locks.acquire(LOCK)) {
            stage.send(id);
        }
    }

    private void sendUnsent() {
        try {
            statements.unsent().forEach(this::send);
        } catch (RuntimeException failure) {
            LOGGER.warn("event=statements-wait reason=\"{}\"", failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
