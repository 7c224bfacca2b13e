package org.sampan.digest.collect;

import java.net.URI;
import java.util.Optional;

/**
 * What came of collecting from one source.
 *
 * @param problem why nothing could be collected
 */
public record Collected(
        URI source, int items, int fresh, int merged, int changed, int unchanged, Optional<String> problem) {

    static Collected nothing(URI source, int known) {
        return new Collected(source, known, 0, 0, 0, known, Optional.empty());
    }

    static Collected failed(URI source, String problem) {
        return new Collected(source, 0, 0, 0, 0, 0, Optional.of(problem));
    }
}
