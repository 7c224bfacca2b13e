package org.sampan.digest.clipping;

import java.net.URI;
import java.time.Instant;

/** What files brought in. Safe for many threads and nodes. */
public interface Imports {

    /** How many items a file brought from {@code since} on, until {@code until}. */
    int count(URI file, Instant since, Instant until);

    /**
     * Takes them back as if they had never come: clippings that came of nothing else are removed, others only forget the
     * file. What the desk has changed meanwhile stays, and what an edition carries or was taken down.
     *
     * @return how many items are taken back
     */
    int takeBack(URI file, Instant since, Instant until);
}
