package org.sampan.digest.edition;

import java.util.Optional;

/**
 * How much a mail of a series may be.
 *
 * @param budget bytes of one reader's mail: above it a mail is slow on thin lines, and some clients cut it off
 * @param excerpt the most characters that are printed of each clipping; empty: its whole summary
 */
public record Measures(int budget, Optional<Integer> excerpt) {
    public static final Measures STANDARD = new Measures(60_000, Optional.empty());
}
