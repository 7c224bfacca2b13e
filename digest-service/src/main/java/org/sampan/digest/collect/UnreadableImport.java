package org.sampan.digest.collect;

/** The file as a whole cannot be read; nothing of it was taken beyond what was counted. */
public final class UnreadableImport extends Exception {
    UnreadableImport(String message) {
        super(message);
    }

    UnreadableImport(String message, Throwable cause) {
        super(message, cause);
    }
}
