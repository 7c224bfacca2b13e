package org.sampan.digest.page;

/** There was such a page, and it was taken away for good. Answered 410. */
public final class Gone extends RuntimeException {
    public Gone() {
        super("taken away for good");
    }
}
