package org.sampan.digest.clipping;

import java.time.Instant;
import java.util.List;

/**
 * A story the newsroom keeps, with every place it was met.
 *
 * @param origins at least one, in the order they were met
 */
public record Clipping(ClippingId id, Story story, List<Origin> origins, Instant collectedAt, ClippingState state) {
    public Clipping {
        origins = List.copyOf(origins);
    }

    /** The desk has left it out: it goes into no edition. */
    public boolean omitted() {
        return state == ClippingState.OMITTED;
    }
}
