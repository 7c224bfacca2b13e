package org.sampan.mailserver.notice;

import java.text.BreakIterator;
import java.util.Locale;

/** Folds plain text for mail readers that do not: at places where the script allows it, never inside a word or a link. */
final class FoldedText {
    private static final int COLUMNS = 72;

    private FoldedText() {}

    static String of(String text, Locale locale) {
        StringBuilder folded = new StringBuilder(text.length() + 16);
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            for (String piece : pieces(word, locale)) {
                if (width(line) + width(piece) > COLUMNS && !line.isEmpty()) {
                    folded.append(line.toString().stripTrailing()).append('\n');
                    line.setLength(0);
                }
                line.append(piece);
            }
            line.append(' ');
        }
        return folded.append(line.toString().stripTrailing()).toString();
    }

    /** Chinese and Thai have no spaces; where Java knows their words, a line may end between them. */
    private static String[] pieces(String word, Locale locale) {
        if (word.chars().allMatch(it -> it < 0x0e00)) {
            return new String[] {word};
        }
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(word);
        java.util.List<String> pieces = new java.util.ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            pieces.add(word.substring(from, to));
        }
        return pieces.toArray(String[]::new);
    }

    /** Columns of a terminal: ideographs take two, marks above and below none. */
    private static int width(CharSequence text) {
        return text.codePoints().map(FoldedText::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> Character.isIdeographic(character) || isFullWidth(character) ? 2 : 1;
        };
    }

    private static boolean isFullWidth(int character) {
        return character >= 0x3000 && character <= 0x30ff || character >= 0xff00 && character <= 0xff60;
    }
}
