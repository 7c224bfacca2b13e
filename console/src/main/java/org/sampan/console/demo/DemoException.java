package org.sampan.console.demo;

/** The demonstration cannot go on; the message tells why. */
public final class DemoException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DemoException(String message) {
        super(message);
    }
}
