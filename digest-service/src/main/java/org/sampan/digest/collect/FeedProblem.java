package org.sampan.digest.collect;

/** A feed could not be fetched or read; the message says why and, where it helps, what to do. */
public final class FeedProblem extends Exception {
    public FeedProblem(String message) {
        super(message);
    }

    FeedProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
