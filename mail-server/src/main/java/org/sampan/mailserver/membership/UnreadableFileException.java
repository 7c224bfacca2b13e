package org.sampan.mailserver.membership;

/** A file of members that cannot be used at all; the message tells its sender where, why, and what to do. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message, null, false, false);
    }
}
