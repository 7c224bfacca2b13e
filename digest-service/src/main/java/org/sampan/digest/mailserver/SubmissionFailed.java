package org.sampan.digest.mailserver;

/** A message was not taken; nobody will get it. The text says what to do. */
public final class SubmissionFailed extends RuntimeException {
    private final boolean temporary;

    SubmissionFailed(String message, boolean temporary, Throwable cause) {
        super(message, cause);
        this.temporary = temporary;
    }

    /** Whether the same submission may succeed later: no connection, or a 4xx answer. */
    public boolean isTemporary() {
        return temporary;
    }
}
