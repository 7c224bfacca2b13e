package org.sampan.digest.markdown;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where lines of one language may end: as Unicode has it (UAX #14) and by ICU's dictionaries, but never in an address and
 * never in a syllable. Shan and its neighbours, for which there is no dictionary, break between syllables. Safe for many threads.
 */
public final class LineBreaks {
    /** Up to a space or to the punctuation of a script that writes none. No group repeats: each time would use the stack. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[[!-~&&[^<>\"]]\\p{L}\\p{M}\\p{N}]+");

    private static final String LETTER =
            "[\\u1000-\\u102a\\u103f\\u104e\\u1050-\\u1055\\u105a-\\u105d\\u1061\\u1065\\u1066"
                    + "\\u106e-\\u1070\\u1075-\\u1081\\u108e\\uaa60-\\uaa6f\\uaa71-\\uaa7a\\uaa7e\\uaa7f]";

    /** A letter that is silenced or stacked ends the syllable before it; every other one begins one. */
    private static final Pattern SYLLABLE_GOES_ON = Pattern.compile(LETTER + "\\u1037?[\\u1039\\u103a]");

    private static final Pattern SYLLABLE_BEGINS =
            Pattern.compile("(?<=[\\u1000-\\u109f\\uaa60-\\uaa7f])(?<![\\u1039\\u104a-\\u104f])" + "(?=" + LETTER
                    + ")(?!" + SYLLABLE_GOES_ON + ")");

    /** What joins the next letter to the one before: of Myanmar and of Khmer script. */
    private static final String JOINERS = "\u1039\u17d2";

    /** Says the word before once more, in Khmer, Thai and Lao. */
    private static final String REPETITION = "\u17d7\u0e46\u0ec6";

    private final BreakIterator words;
    private final BreakIterator letters;
    private final boolean bySyllables;

    public LineBreaks(Locale language) {
        ULocale locale = ULocale.forLocale(language);
        this.words = BreakIterator.getLineInstance(locale);
        this.letters = BreakIterator.getCharacterInstance(locale);
        this.bySyllables = !language.getLanguage().equals("my");
    }

    /** The ends of the pieces of {@code line}; pieces that are wider than {@code width} in letters, but addresses. */
    public BitSet of(String line, int width) {
        BitSet ends = boundaries(words, line);
        if (bySyllables && isMyanmar(line)) {
            SYLLABLE_BEGINS.matcher(line).results().forEach(it -> ends.set(it.start()));
        }
        keepWhole(line, ends);
        cutWide(line, ends, width);
        return ends;
    }

    private static BitSet boundaries(BreakIterator shared, String line) {
        BreakIterator breaks = (BreakIterator) shared.clone();
        BitSet ends = new BitSet(line.length() + 1);
        breaks.setText(line);
        for (int end = breaks.first(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.set(end);
        }
        return ends;
    }

    private static void keepWhole(String line, BitSet ends) {
        if (line.contains("://")) {
            ADDRESS.matcher(line).results().forEach(it -> ends.clear(it.start() + 1, it.end()));
        }
        if (isMyanmar(line)) {
            SYLLABLE_GOES_ON.matcher(line).results().forEach(it -> ends.clear(it.start()));
        }
        for (int i = 1; i < line.length(); i++) {
            char before = line.charAt(i - 1);
            if (JOINERS.indexOf(before) >= 0 || before != ' ' && REPETITION.indexOf(line.charAt(i)) >= 0) {
                ends.clear(i);
            }
        }
        ends.set(line.length());
    }

    private static boolean isMyanmar(String line) {
        return line.chars().anyMatch(it -> it >= 0x1000 && it < 0x10a0 || it >= 0xaa60 && it < 0xaa80);
    }

    private void cutWide(String line, BitSet ends, int width) {
        for (int start = 0, end; start < line.length(); start = end) {
            end = ends.nextSetBit(start + 1);
            String piece = line.substring(start, end);
            if (PlainText.columns(piece) > width && !ADDRESS.matcher(piece).find()) {
                BitSet within = boundaries(letters, piece);
                keepWhole(piece, within);
                for (int at = within.nextSetBit(1); at >= 0; at = within.nextSetBit(at + 1)) {
                    ends.set(start + at);
                }
            }
        }
    }
}
