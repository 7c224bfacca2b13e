package org.sampan.digest.clipping;

import java.time.Instant;
import java.util.List;

/**
 * A clipping with all that hangs on it, as it was at one moment.
 *
 * @param edited the desk has changed it: no source changes it any more
 * @param items what it was met as
 * @param bands of the sketch its text is found by
 * @param files numbers of the files that came with it
 */
public record Snapshot(
        ClippingId id,
        Story story,
        boolean omitted,
        boolean edited,
        Instant collectedAt,
        List<Item> items,
        List<Long> bands,
        List<Copy> copies,
        List<Long> files) {
    public Snapshot {
        items = List.copyOf(items);
        bands = List.copyOf(bands);
        copies = List.copyOf(copies);
        files = List.copyOf(files);
    }

    /** What a source calls it. */
    public record Item(String source, String item) {}

    /** A saved copy of a page. */
    public record Copy(String url, String sha256) {}
}
