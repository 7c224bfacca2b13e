package org.sampan.digest.page;

/** There is no such page, or none for this reader; both look the same. Answered 404. */
public final class NotHere extends RuntimeException {
    public NotHere() {
        super("no such page");
    }
}
