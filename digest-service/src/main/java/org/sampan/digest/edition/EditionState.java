package org.sampan.digest.edition;

import java.util.Locale;

/** How far an edition has come; it only ever moves forward. */
public enum EditionState {
    COMPILED,
    RENDERED,
    SENT,
    PUBLISHED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its mail has left: nothing in it changes any more. */
    public boolean isSent() {
        return compareTo(SENT) >= 0;
    }
}
