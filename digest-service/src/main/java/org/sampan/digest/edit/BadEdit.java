package org.sampan.digest.edit;

/** What was asked cannot be done; the message says why, for the person who asked. */
public final class BadEdit extends RuntimeException {
    private final String field;

    BadEdit(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field at fault, as the contract names it. */
    public String field() {
        return field;
    }
}
