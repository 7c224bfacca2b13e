package org.sampan.digest.clipping;

import java.util.List;

/** Copies of the pages clippings were made of. Safe for many threads. */
public interface SavedCopies {
    /** Keeps a copy; the same bytes of the same page again change nothing. */
    void keep(ClippingId id, SavedCopy copy);

    /** Newest first. */
    List<SavedCopy> of(ClippingId id);
}
