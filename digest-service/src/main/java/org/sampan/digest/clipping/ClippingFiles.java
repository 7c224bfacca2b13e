package org.sampan.digest.clipping;

import java.util.List;

/** Files that came with clippings. Safe for many threads. */
public interface ClippingFiles {
    /** Keeps the files of a clipping; those it has stay, the very same one is not kept twice. */
    void keep(ClippingId id, List<ClippingFile> files);

    /** In the order they came. */
    List<ClippingFile> of(ClippingId id);
}
