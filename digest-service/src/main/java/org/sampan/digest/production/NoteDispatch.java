package org.sampan.digest.production;

import java.time.Duration;
import org.sampan.digest.newsroom.EditorNotes;
import org.sampan.digest.send.SendEditorNote;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends editors what they are to be told, one sender at a time on all nodes together, until the mail server has taken it. */
@Component
public class NoteDispatch implements AutoCloseable {
    private static final String LOCK = "editor notes";
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final EditorNotes notes;
    private final SendEditorNote stage;
    private final RunLock locks;
    private final Lookout lookout = new Lookout("notes-wait", this::run);

    NoteDispatch(EditorNotes notes, SendEditorNote stage, RunLock locks) {
        this.notes = notes;
        this.stage = stage;
        this.locks = locks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        lookout.begin(Duration.ofSeconds(2), EVERY);
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

    @Override
    public void close() {
        lookout.close();
    }
}
