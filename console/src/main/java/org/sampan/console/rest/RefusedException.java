package org.sampan.console.rest;

/** The program answered that it will not: an RFC 9457 problem. */
public final class RefusedException extends RestException {

    private static final long serialVersionUID = 1;

    private final int status;

    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
