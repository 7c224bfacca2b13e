package org.sampan.digest.clipping;

import java.time.Instant;
import java.util.List;

/**
 * A story the newsroom keeps, with every place it was met.
 *
 * @param origins at least one, in the order they were met
 * @param omitted the desk has left it out: it goes into no edition
 */
public record Clipping(ClippingId id, Story story, List<Origin> origins, Instant collectedAt, boolean omitted) {
    public Clipping {
        origins = List.copyOf(origins);
    }
}
