package org.sampan.digest.clipping;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text's sketch, by which texts that share much are found without reading all of them: the least piece of each of
 * {@link #BINS} bins (one-permutation MinHash), three bins to a band; texts that share half of their pieces have a band
 * in common with a probability of 0.94, texts that share a twentieth with one of 0.003.
 */
final class MinHash {
    private static final int BINS = 63;
    private static final int ROWS = 3;

    private MinHash() {}

    /** One number a band; none for a text too short to fill the bins of a band. */
    static long[] bands(Shingles text) {
        long[] least = new long[BINS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long piece : text.hashes()) {
            int bin = (int) Long.remainderUnsigned(piece, BINS);
            least[bin] = Math.min(least[bin], piece >>> 1);
        }
        return IntStream.range(0, BINS / ROWS)
                .filter(band -> isFilled(least, band))
                .mapToLong(band -> hash(least, band))
                .toArray();
    }

    private static boolean isFilled(long[] least, int band) {
        return IntStream.range(band * ROWS, (band + 1) * ROWS).allMatch(bin -> least[bin] != Long.MAX_VALUE);
    }

    private static long hash(long[] least, int band) {
        long hash = band;
        for (int bin = band * ROWS; bin < (band + 1) * ROWS; bin++) {
            hash = Shingles.mixed(hash * 31 + least[bin]);
        }
        return hash;
    }
}
