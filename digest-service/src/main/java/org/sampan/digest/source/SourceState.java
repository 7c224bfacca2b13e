package org.sampan.digest.source;

import java.util.Locale;

/** How a source fares. */
public enum SourceState {
    /** Never collected from yet. */
    NEW,
    OK,
    /** The last attempt failed; the reason is kept with the source. */
    AILING;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
