package org.sampan.console.backup;

/** No backup can be made, or it cannot be put back; the message tells the operator why and what to do. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
