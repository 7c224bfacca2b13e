package org.sampan.digest.edition;

import java.util.Locale;

/** How far an edition has come; it only ever moves forward, but for a change by the desk or a refusal to take it. */
public enum EditionState {
    COMPILED,
    RENDERED,
    /** Handed to the mail server, which has not answered yet: until it has, nothing in it changes. */
    SENDING,
    SENT,
    PUBLISHED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing has left yet: the desk may change it. */
    public boolean isDraft() {
        return compareTo(SENDING) < 0;
    }

    /** Its mail has left: nothing in it changes any more. */
    public boolean isSent() {
        return compareTo(SENT) >= 0;
    }
}
