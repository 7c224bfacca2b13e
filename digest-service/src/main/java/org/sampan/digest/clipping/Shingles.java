package org.sampan.digest.clipping;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The overlapping pieces of a text, to measure how much two texts share; of any language, also without spaces between
 * words. Case, punctuation and spacing do not count.
 */
final class Shingles {
    /** Fewer pieces than this say nothing: a greeting, a caption, a line that every mail of an office ends with. */
    static final int TELLING = 120;

    private static final int ALPHABETIC_PIECE = 9;
    private static final int IDEOGRAPHIC_PIECE = 4;

    private final long[] pieces; // hashes, sorted, each once

    private Shingles(long[] pieces) {
        this.pieces = pieces;
    }

    static Shingles of(String text) {
        int[] points = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Shingles::counts)
                .toArray();
        int length = pieceLength(points);
        long[] hashes = new long[Math.max(0, points.length - length + 1)];
        for (int start = 0; start < hashes.length; start++) {
            hashes[start] = hash(points, start, length);
        }
        Arrays.sort(hashes);
        return new Shingles(withoutRepeated(hashes));
    }

    /** Letters, marks and digits. */
    private static boolean counts(int point) {
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static long[] withoutRepeated(long[] sorted) {
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private static int pieceLength(int[] points) {
        long ideographs = Arrays.stream(points).filter(Character::isIdeographic).count();
        return ideographs * 3 > points.length ? IDEOGRAPHIC_PIECE : ALPHABETIC_PIECE;
    }

    private static long hash(int[] points, int start, int length) {
        long hash = 0xcbf29ce484222325L; // FNV-1a, then mixed so that every bit depends on every letter
        for (int i = start; i < start + length; i++) {
            hash = (hash ^ points[i]) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** The finalizer of SplitMix64. */
    static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    boolean isTelling() {
        return pieces.length >= TELLING;
    }

    /** The pieces' hashes in ascending order, each once. */
    long[] hashes() {
        return pieces.clone();
    }

    /** How much of the shorter text stands in the other too, from 0 to 1. */
    double containment(Shingles other) {
        int shorter = Math.min(pieces.length, other.pieces.length);
        return shorter == 0 ? 0 : (double) shared(other) / shorter;
    }

    /** What both have out of what either has (Jaccard), from 0 to 1. */
    double likeness(Shingles other) {
        int shared = shared(other);
        int all = pieces.length + other.pieces.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    private int shared(Shingles other) {
        int shared = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < pieces.length && theirs < other.pieces.length) {
            int order = Long.compare(pieces[mine], other.pieces[theirs]);
            shared += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return shared;
    }
}
