package org.sampan.digest.edit;

import org.sampan.digest.edition.EditionId;

/** What was asked cannot be done; the message says why, for the person who asked. */
public final class BadEdit extends RuntimeException {
    private final String field;

    BadEdit(String field, String message) {
        super(message);
        this.field = field;
    }

    static BadEdit sent(EditionId id) {
        return new BadEdit("state", "edition " + id + " is sent: nothing in it can be changed any more");
    }

    /** The field at fault, as the contract names it. */
    public String field() {
        return field;
    }
}
