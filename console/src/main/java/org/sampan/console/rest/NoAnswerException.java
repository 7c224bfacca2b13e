package org.sampan.console.rest;

/** Nobody listens, or the answer did not come in time. */
public final class NoAnswerException extends RestException {

    private static final long serialVersionUID = 1;

    NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
