package org.sampan.digest.clipping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies of the pages clippings were made of. Safe for many threads. */
public interface SavedCopies {
    /** Keeps a copy; the same bytes of the same page again change nothing. */
    void keep(ClippingId id, SavedCopy copy);

    /** Newest first; none of them is loaded. */
    List<KeptCopy> of(ClippingId id);

    /** Of each of {@code ids} that has any the newest; none of them is loaded. */
    Map<ClippingId, KeptCopy> newest(Collection<ClippingId> ids);

    Optional<SavedCopy> find(ClippingId id, String sha256);
}
