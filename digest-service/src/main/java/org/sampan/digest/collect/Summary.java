package org.sampan.digest.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.TitleKey;
import org.sampan.digest.markdown.Excerpt;

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
        return new Excerpt(LONGEST).of(text, language);
    }
}
