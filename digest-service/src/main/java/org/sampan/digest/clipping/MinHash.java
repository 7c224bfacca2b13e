package org.sampan.digest.clipping;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text's sketch, by which texts that share much are found without reading all of them: the least piece of each of
 * {@link #BINS} bins (one-permutation MinHash), three bins to a band; texts that share half of their pieces have a band
 * in common with a probability of 0.94, texts that share a twentieth with one of 0.003.
 */
final class MinHash {
    /**
     * Texts that share fewer of their least pieces are not the same, whatever band they have in common: of those that share as
     * much as is asked of the same story, one in a thousand is lost by it.
     */
    static final int FEWEST_SHARED = 10;

    /** Texts that share so many of their least pieces are the same without being read: of ones alike by half, half do. */
    static final int MANY_SHARED = 32;

    private static final int BINS = 63;
    private static final int ROWS = 3;

    private final long[] least;

    private MinHash(long[] least) {
        this.least = least;
    }

    static MinHash of(Shingles text) {
        long[] least = new long[BINS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long piece : text.hashes()) {
            int bin = (int) Long.remainderUnsigned(piece, BINS);
            least[bin] = Math.min(least[bin], piece >>> 1);
        }
        return new MinHash(least);
    }

    /** One number a bin. */
    Long[] least() {
        return Arrays.stream(least).boxed().toArray(Long[]::new);
    }

    /** One number a band; none for a text too short to fill the bins of a band. */
    long[] bands() {
        return IntStream.range(0, BINS / ROWS)
                .filter(this::isFilled)
                .mapToLong(this::hash)
                .toArray();
    }

    private boolean isFilled(int band) {
        return IntStream.range(band * ROWS, (band + 1) * ROWS).allMatch(bin -> least[bin] != Long.MAX_VALUE);
    }

    private long hash(int band) {
        long hash = band;
        for (int bin = band * ROWS; bin < (band + 1) * ROWS; bin++) {
            hash = Shingles.mixed(hash * 31 + least[bin]);
        }
        return hash;
    }
}
