package org.sampan.console.rest;

/** A call that did not do what it was asked for; the message is for the operator. */
public class RestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RestException(String message) {
        super(message);
    }

    RestException(String message, Throwable cause) {
        super(message, cause);
    }
}
