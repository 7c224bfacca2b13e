package org.sampan.digest.collect;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.TitleKey;

/** The first words of a story that say something, cut where a sentence or at least a word ends. */
final class Summary {
    /** In characters as people count them; scripts that write no spaces say more in fewer. */
    private static final int LONGEST = 360;

    private static final int TOO_SHORT = 60;

    private Summary() {}

    static String of(String title, List<String> paragraphs, Locale language) {
        TitleKey key = TitleKey.of(title);
        List<String> telling = paragraphs.stream()
                .filter(text ->
                        !Credits.isCredit(text) && PrintedDate.alone(text).isEmpty())
                .filter(text ->
                        text.length() > 2 * title.length() || !TitleKey.of(text).equals(key))
                .toList();
        Optional<String> first =
                telling.stream().filter(text -> text.length() >= TOO_SHORT).findFirst();
        return first.or(() -> telling.stream().findFirst())
                .map(text -> cut(text, language))
                .orElse("");
    }

    static String cut(String text, Locale language) {
        BreakIterator letters = BreakIterator.getCharacterInstance(language);
        letters.setText(text);
        if (letters.next(LONGEST) == BreakIterator.DONE) {
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
