package org.sampan.digest.page;

/**
 * Something cannot be laid out because of what somebody has changed in a file; the message says which, and where. Thrown only for pages
 * of those who work here.
 */
public abstract class Unprintable extends RuntimeException {
    protected Unprintable(String problem) {
        super(problem);
    }
}
