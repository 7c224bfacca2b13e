package org.sampan.console.settings;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what somebody probably meant to type. */
final class SimilarName {

    private static final int FARTHEST = 3;

    private SimilarName() {}

    /** The nearest candidate that differs by at most three letters. */
    static Optional<String> to(String typed, Stream<String> candidates) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        record Near(String name, int distance) {}
        return candidates
                .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= FARTHEST)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::name);
    }

    /** Levenshtein distance, one row at a time. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
