package org.sampan.digest.production;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sampan.digest.newsroom.EditorNotes;
import org.sampan.digest.send.SendEditorNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends editors what they are to be told, one sender at a time on all nodes together, until the mail server has taken it. */
@Component
public class NoteDispatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(NoteDispatch.class);
    private static final String LOCK = "editor notes";
    private static final int EVERY_SECONDS = 20;

    private final EditorNotes notes;
    private final SendEditorNote stage;
    private final RunLock locks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    NoteDispatch(EditorNotes notes, SendEditorNote stage, RunLock locks) {
        this.notes = notes;
        this.stage = stage;
        this.locks = locks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::look, 2, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns when each note was tried once. */
    public void run() {
        if (notes.unsent().isEmpty()) {
            return;
        }
        try (RunLock.Held held = locks.acquire(LOCK)) {
            notes.unsent().forEach(stage::send);
        }
    }

    private void look() {
        try {
            run();
        } catch (RuntimeException failure) {
            LOGGER.warn("event=notes-wait reason=\"{}\"", failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
