package org.sampan.digest.newsroom;

import java.time.Instant;
import java.util.List;

/** What editors are told by mail; kept before it is sent, so that a crash loses none. Safe for many threads and nodes. */
public interface EditorNotes {

    /** False when this editor was told of it before. */
    boolean add(EditorNote note);

    /** The oldest first. */
    List<EditorNote> unsent();

    void markSent(EditorNote note, Instant at);

    /** It will never be taken. */
    void markRefused(EditorNote note, String why);
}
