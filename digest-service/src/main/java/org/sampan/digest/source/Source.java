package org.sampan.digest.source;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Kind;

/**
 * A feed the newsroom collects from.
 *
 * @param lastProblem why the last attempt failed, in words for the operator
 * @param items how many items it has given so far
 */
public record Source(
        SourceId id,
        NewSource declared,
        SourceState state,
        Optional<Instant> lastCollectedAt,
        Optional<String> lastProblem,
        Validators validators,
        int items) {

    public URI url() {
        return declared.url();
    }

    public String name() {
        return declared.name();
    }

    public Optional<Kind> kind() {
        return declared.kind();
    }

    public Map<String, Kind> categories() {
        return declared.categories();
    }
}
