package org.sampan.digest.clipping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The clippings that each of some offers may be the same story as: those there were, and those that were made of the offers
 * before it. Not for several threads.
 */
final class Candidates {
    private final Map<Offer, List<ClippingId>> found;
    private final Map<ClippingId, Clipping> now = new HashMap<>();
    private final List<ClippingId> made = new ArrayList<>();

    Candidates(Map<Offer, List<ClippingId>> found, List<Clipping> clippings) {
        this.found = found;
        clippings.forEach(this::changed);
    }

    /** The oldest first. */
    List<Clipping> of(Offer offer) {
        return Stream.concat(found.getOrDefault(offer, List.of()).stream(), made.stream())
                .map(now::get)
                .filter(Objects::nonNull)
                .toList();
    }

    void made(Clipping clipping) {
        made.add(clipping.id());
        changed(clipping);
    }

    void changed(Clipping clipping) {
        now.put(clipping.id(), clipping);
    }
}
