package org.sampan.digest.markdown;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * The first words of a text, cut where a sentence or at least a word ends.
 *
 * @param longest in letters as people count them
 */
public record Excerpt(int longest) {
    /** No script writes a letter with more characters. */
    private static final int LONGEST_LETTER = 16;
    /** By what follows it is known whether a sentence has ended. */
    private static final int LOOKED_AHEAD = 100;

    /** The text itself when it is short enough. */
    public String of(String text, Locale language) {
        if (text.length() <= longest) {
            return text;
        }
        int limit = limit(text, language);
        if (limit == text.length()) {
            return text;
        }
        // Not the whole text: one that is long and in which nothing ends would take minutes.
        String beginning = text.substring(0, Math.min(text.length(), limit + LOOKED_AHEAD));
        int sentence = lastBoundary(sentences(language), beginning, limit);
        if (sentence >= limit / 3) {
            return text.substring(0, sentence).strip();
        }
        int word = lastBoundary(BreakIterator.getLineInstance(language), beginning, limit);
        return text.substring(0, word > 0 ? word : limit).strip() + "…";
    }

    /** Behind the last letter that there is room for. */
    private int limit(String text, Locale language) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_LETTER * longest));
        BreakIterator letters = BreakIterator.getCharacterInstance(language);
        letters.setText(beginning);
        return letters.next(longest) == BreakIterator.DONE ? beginning.length() : letters.current();
    }

    /** "Ms." and "Dr." end no sentence. */
    private static BreakIterator sentences(Locale language) {
        ULocale locale = ULocale.forLocale(language);
        return FilteredBreakIteratorBuilder.getInstance(locale)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }

    private static int lastBoundary(BreakIterator breaks, String text, int limit) {
        breaks.setText(text);
        return breaks.isBoundary(limit) ? limit : Math.max(0, breaks.preceding(limit));
    }
}
