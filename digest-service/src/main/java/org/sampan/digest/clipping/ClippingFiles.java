package org.sampan.digest.clipping;

import java.util.List;
import java.util.Optional;

/** Files that came with clippings. Safe for many threads. */
public interface ClippingFiles {
    /** Keeps the files of a clipping; those it has stay, the very same one is not kept twice. */
    void keep(ClippingId id, List<ClippingFile> files);

    /** In the order they came; none of them is loaded. */
    List<KeptFile> of(ClippingId id);

    /** @param number counted from 1, in the order they came */
    Optional<ClippingFile> find(ClippingId id, int number);
}
