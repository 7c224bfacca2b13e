package org.sampan.digest.mailserver;

/** A message was not taken. The text says what to do. */
public final class SubmissionFailed extends RuntimeException {
    /** What is known of a message that was not taken. */
    enum Fate {
        /** Refused for good. */
        REFUSED,
        /** Not taken, perhaps later. */
        LATER,
        /** The connection broke before the server had answered: it may have it. */
        UNKNOWN
    }

    private final Fate fate;

    SubmissionFailed(String message, Fate fate, Throwable cause) {
        super(message, cause);
        this.fate = fate;
    }

    /** Whether the same submission may succeed later: no connection, or a 4xx answer. */
    public boolean isTemporary() {
        return fate != Fate.REFUSED;
    }

    /** Whether certainly nobody will get it; else the mail server may have taken it without our having heard. */
    public boolean isCertain() {
        return fate != Fate.UNKNOWN;
    }
}
