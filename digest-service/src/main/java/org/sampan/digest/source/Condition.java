package org.sampan.digest.source;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * How a source fares.
 *
 * @param lastProblem why the last attempt failed, in words for the operator
 * @param failures how many attempts have failed one after the other
 * @param retryAt when it is to be tried again of itself; empty when it is well
 * @param moved where it is found since when, if its server has said that it moved for good
 */
public record Condition(
        SourceState state,
        Optional<Instant> lastCollectedAt,
        Optional<String> lastProblem,
        int failures,
        Optional<Instant> retryAt,
        Optional<Moved> moved) {
    /** Of a source that was never collected from. */
    public static final Condition UNTRIED =
            new Condition(SourceState.NEW, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());

    /** A feed's new address. */
    public record Moved(URI to, Instant at) {}

    public boolean isDue(Instant now) {
        return retryAt.filter(now::isBefore).isEmpty();
    }
}
