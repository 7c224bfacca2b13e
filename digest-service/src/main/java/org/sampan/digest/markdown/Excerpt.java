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

    /** The text itself when it is short enough. */
    public String of(String text, Locale language) {
        if (text.length() <= longest) {
            return text;
        }
        BreakIterator letters = BreakIterator.getCharacterInstance(language);
        letters.setText(text);
        if (letters.next(longest) == BreakIterator.DONE || letters.current() == text.length()) {
            return text;
        }
        int limit = letters.current();
        int sentence = lastBoundary(sentences(language), text, limit);
        if (sentence >= limit / 3) {
            return text.substring(0, sentence).strip();
        }
        int word = lastBoundary(BreakIterator.getLineInstance(language), text, limit);
        return text.substring(0, word > 0 ? word : limit).strip() + "…";
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
