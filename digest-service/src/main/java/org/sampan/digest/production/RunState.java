package org.sampan.digest.production;

import java.util.Locale;

/** How a run stands. */
public enum RunState {
    RUNNING,
    /** A second person has to approve first; then it goes on. */
    WAITING,
    /** Somebody stopped it; it can be taken up again. */
    STOPPED,
    DONE,
    /** It can be tried again; the message says why it failed. */
    FAILED,
    /** There was nothing to do; the message says why. */
    SKIPPED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody may have it go on. */
    public boolean canGoOn() {
        return this == FAILED || this == STOPPED || this == WAITING;
    }
}
