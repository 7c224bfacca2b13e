package org.sampan.digest.clipping;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The overlapping pieces of a text, to measure how much two texts share; of any language, also without spaces between
 * words. Case, punctuation and spacing do not count.
 */
final class Shingles {
    /** Fewer pieces than this say nothing: a greeting, a caption, a line that every mail of an office ends with. */
    static final int TELLING = 120;

    private static final int ALPHABETIC_PIECE = 9;
    private static final int IDEOGRAPHIC_PIECE = 4;
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final long[] pieces; // hashes, sorted, each once

    private Shingles(long[] pieces) {
        this.pieces = pieces;
    }

    static Shingles of(String text) {
        String plain = NOT_A_LETTER
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        int[] points = plain.codePoints().toArray();
        int length = pieceLength(points);
        int count = Math.max(0, points.length - length + 1);
        long[] hashes = new long[count];
        for (int start = 0; start < count; start++) {
            hashes[start] = hash(points, start, length);
        }
        return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray());
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
