package org.sampan.digest.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text of any language into the words it is looked up by: ICU's dictionaries for Thai, Lao, Khmer, Burmese and Chinese,
 * spaces and punctuation elsewhere. Shan is written like Burmese but in no dictionary, so it is cut into syllables. Words are folded:
 * one case, one width, one way to write each letter.
 */
public final class SearchWords {
    private static final int LONGEST = 100;
    private static final Pattern MYANMAR = Pattern.compile("[\\p{IsMyanmar}\\u200b-\\u200d]+");

    /** Letters that Shan has and Burmese has not. */
    private static final Pattern SHAN = Pattern.compile("[\\u1022\\u1035\\u1062\\u1075-\\u108d\\u1090-\\u1099]");

    /** Before a consonant that neither ends a syllable (asat behind it) nor is stacked (virama before or behind it). */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?<=[\\u1000-\\u109f])(?<!\\u1039)(?=[\\u1000-\\u102a\\u103f\\u1075-\\u1081\\u1090-\\u1099][^\\u103a\\u1039]|[\\u1000-\\u102a\\u103f\\u1075-\\u1081\\u1090-\\u1099]$)");

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    private SearchWords() {}

    /** In their order; the same word as often as it stands there. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String folded = FOLDED.normalize(text);
        Matcher myanmar = MYANMAR.matcher(folded);
        int from = 0;
        while (myanmar.find()) {
            cut(folded.substring(from, myanmar.start()), words);
            String run = myanmar.group();
            if (SHAN.matcher(run).find()) {
                syllables(run, words);
            } else {
                cut(run, words);
            }
            from = myanmar.end();
        }
        cut(folded.substring(from), words);
        return words;
    }

    private static void cut(String text, List<String> words) {
        if (text.isBlank()) {
            return;
        }
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT && to - from <= LONGEST) {
                words.add(text.substring(from, to));
            }
        }
    }

    private static void syllables(String run, List<String> words) {
        for (String piece : run.split("[\\u104a\\u104b]+")) {
            for (String syllable : SYLLABLE.split(piece)) {
                if (syllable.length() <= LONGEST && syllable.codePoints().anyMatch(UCharacter::isLetterOrDigit)) {
                    words.add(syllable);
                }
            }
        }
    }
}
