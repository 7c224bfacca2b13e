package org.sampan.digest.clipping;

import java.time.Instant;
import java.util.List;

/**
 * Clippings and copies whose time is over. What an edition carries or has carried for readers, or may print in another language, is
 * never among them. Safe for many threads and nodes: each takes others.
 */
public interface Disposals {
    /** How many copies were fetched before, of pages whose clipping no edition carries. */
    int copiesBefore(Instant fetched);

    /** Deletes of these at most {@code limit}, the oldest first; answers how many. */
    int disposeOfCopies(Instant fetched, int limit);

    /** How many clippings were collected before that no edition carries. */
    int unusedBefore(Instant collected);

    /**
     * Empties of these at most {@code limit}, the oldest first: words, files and copies are gone, and no page shows them any more.
     * Their origins stay, so that no source brings them back.
     */
    List<ClippingId> disposeOfUnused(Instant collected, Instant now, int limit);
}
