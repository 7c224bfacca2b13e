package org.sampan.digest.statement;

import java.util.Locale;

/** How far a version is. */
public enum State {
    /** Being written. */
    DRAFT,
    /** A second person is asked. */
    WAITING,
    APPROVED,
    /** Goes out by itself when its time has come. */
    EMBARGOED,
    /** Goes to its lists, one after the other. */
    SENDING,
    /** Every list took it, or refused it for good. */
    SENT,
    /** Stopped while it was being sent: some may have it. */
    STOPPED,
    /** Will not be sent. */
    DISCARDED;

    /** As in forms, texts and REST. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether what it says can still be changed. */
    public boolean isOpen() {
        return this == DRAFT || this == WAITING || this == APPROVED || this == EMBARGOED;
    }

    /** Whether readers may have it. */
    public boolean isOut() {
        return this == SENDING || this == SENT || this == STOPPED;
    }
}
