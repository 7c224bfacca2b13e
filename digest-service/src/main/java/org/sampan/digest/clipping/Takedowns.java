package org.sampan.digest.clipping;

import java.util.List;
import java.util.Optional;

/** What was taken down. Safe for many threads. */
public interface Takedowns {
    /**
     * Takes a clipping's words, files and copies away, and keeps who did so and why. No source brings it back: it is known by its
     * address, GUID and title, and by the sketch of its text.
     *
     * @return false when there is no such clipping, or it is taken down already
     */
    boolean takeDown(Takedown takedown);

    Optional<Takedown> find(ClippingId id);

    /** Everybody could read it before. */
    boolean wasShown(ClippingId id);

    /** Newest first, at most {@code limit}. */
    List<Takedown> newest(int limit);
}
