package org.sampan.digest.clipping;

import java.time.Instant;
import java.util.Optional;

/**
 * Pages that somebody looks at before they are kept as clippings, one for each person. Safe for many threads and nodes.
 */
public interface FoundPages {

    /**
     * Holds a page instead of the one the person looked at before; pages that were fetched before {@code expired} are
     * forgotten.
     */
    void hold(SavedCopy page, String person, Instant expired);

    /** The page that the person looks at, if it is still the one with this hash. */
    Optional<SavedCopy> held(String person, String sha256);

    void forget(String person);
}
