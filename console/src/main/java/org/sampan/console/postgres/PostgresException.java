package org.sampan.console.postgres;

/** The embedded PostgreSQL cannot be set up; the message tells the operator why and what to do. */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PostgresException(String message) {
        super(message);
    }

    PostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
