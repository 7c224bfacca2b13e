package org.sampan.digest.page;

import java.time.Duration;

/** A visitor did something too often; answered 429 with a page that says so. */
public final class TooManyRequests extends RuntimeException {
    private final transient Duration wait;

    /** @param wait after which it is worth trying again */
    public TooManyRequests(Duration wait) {
        super("too many requests");
        this.wait = wait;
    }

    Duration waitingTime() {
        return wait;
    }
}
