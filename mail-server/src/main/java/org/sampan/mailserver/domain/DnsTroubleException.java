package org.sampan.mailserver.domain;

/** The name servers gave no answer in time, or said that they have trouble: nothing is known, and nothing may be concluded. */
public final class DnsTroubleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DnsTroubleException(String message) {
        super(message);
    }

    public DnsTroubleException(String message, Throwable cause) {
        super(message, cause);
    }
}
