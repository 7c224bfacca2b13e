package org.sampan.digest.render;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sampan.digest.markdown.PlainText;

/**
 * Breaks the lines of an edition's plain text. Most of its words are the same in the frame of every language: what was broken once is
 * kept for the next. For one edition, not for several threads.
 */
final class Lines {
    private static final int COLUMNS = 72;

    private final PlainText plainText = new PlainText(COLUMNS);
    private final Map<Text, String> wrapped = new HashMap<>();

    private record Text(String text, String indent, Locale language) {}

    String wrap(String text, String indent, Locale language) {
        return text.length() <= COLUMNS
                ? plainText.wrap(text, indent, language)
                : wrapped.computeIfAbsent(
                        new Text(text, indent, language), it -> plainText.wrap(text, indent, language));
    }
}
