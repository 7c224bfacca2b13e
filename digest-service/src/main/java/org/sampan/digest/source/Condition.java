package org.sampan.digest.source;

import java.time.Instant;
import java.util.Optional;

/**
 * How a source fares.
 *
 * @param lastProblem why the last attempt failed, in words for the operator
 * @param failures how many attempts have failed one after the other
 * @param retryAt when it is to be tried again of itself; empty when it is well
 */
public record Condition(
        SourceState state,
        Optional<Instant> lastCollectedAt,
        Optional<String> lastProblem,
        int failures,
        Optional<Instant> retryAt) {
    /** Of a source that was never collected from. */
    public static final Condition UNTRIED =
            new Condition(SourceState.NEW, Optional.empty(), Optional.empty(), 0, Optional.empty());

    public boolean isDue(Instant now) {
        return retryAt.filter(now::isBefore).isEmpty();
    }
}
