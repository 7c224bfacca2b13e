package org.sampan.digest.statement;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * By what a text is known again inside another: the least hash of each {@value #WINDOW} neighbouring pieces of
 * {@value #PIECE} letters (winnowing). Two texts with {@value #CERTAIN} letters in common have one in common, whatever
 * stands around them. Spaces, line breaks, punctuation and case do not count; figures do.
 */
public final class Traces {
    static final int PIECE = 12;
    static final int WINDOW = 16;
    static final int CERTAIN = PIECE + WINDOW - 1;

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Traces() {}

    /** The letters of a text, one after the other. */
    public static String letters(String text) {
        return NOT_A_LETTER
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    /** Each once. */
    static long[] of(String letters) {
        long[] hashes = hashes(letters.codePoints().toArray());
        if (hashes.length <= WINDOW) {
            return LongStream.of(hashes).sorted().limit(1).toArray();
        }
        return LongStream.rangeClosed(0, hashes.length - WINDOW)
                .map(start -> least(hashes, (int) start))
                .distinct()
                .toArray();
    }

    private static long least(long[] hashes, int start) {
        long least = hashes[start];
        for (int i = start + 1; i < start + WINDOW; i++) {
            least = Math.min(least, hashes[i]);
        }
        return least;
    }

    private static long[] hashes(int[] letters) {
        int count = Math.max(letters.length == 0 ? 0 : 1, letters.length - PIECE + 1);
        return LongStream.range(0, count)
                .map(start -> hash(letters, (int) start))
                .toArray();
    }

    private static long hash(int[] letters, int start) {
        long hash = 0xcbf29ce484222325L; // FNV-1a, then mixed so that every bit depends on every letter
        for (int i = start; i < Math.min(start + PIECE, letters.length); i++) {
            hash = (hash ^ letters[i]) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
