package org.sampan.digest.render;

import com.ibm.icu.text.UnicodeSet;
import java.text.Bidi;

/**
 * Words of others among ours, so that they cannot reorder what stands around them: overrides and embeddings are taken
 * out, and what holds letters that run from right to left is isolated (UAX #9).
 */
final class Directions {
    /** Embeddings, overrides and isolates, which last beyond their own text when nobody ends them; and other controls. */
    private static final UnicodeSet CONTROLS =
            new UnicodeSet("[[\\u202a-\\u202e\\u2066-\\u2069\\p{Cc}]-[\\n]]").freeze();

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    private Directions() {}

    /** Without what could reach beyond the text. */
    static String tamed(String foreign) {
        return CONTROLS.containsNone(foreign) ? foreign : CONTROLS.stripFrom(foreign, true);
    }

    /** A part of a line. */
    static String isolated(String foreign) {
        String tamed = tamed(foreign);
        return runsBothWays(tamed) ? FIRST_STRONG_ISOLATE + tamed + POP_DIRECTIONAL_ISOLATE : tamed;
    }

    /** Most texts run from left to right, and need no more said. */
    static boolean runsBothWays(String text) {
        char[] letters = text.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length);
    }
}
