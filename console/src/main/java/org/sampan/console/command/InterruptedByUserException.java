package org.sampan.console.command;

/** Ctrl-C in the middle of a command. */
final class InterruptedByUserException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InterruptedByUserException(InterruptedException cause) {
        super("interrupted", cause);
        Thread.currentThread().interrupt();
    }
}
