package org.sampan.digest.production;

import java.util.Locale;

/** How a run stands. */
public enum RunState {
    RUNNING,
    DONE,
    FAILED,
    /** There was nothing to do; the message says why. */
    SKIPPED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
