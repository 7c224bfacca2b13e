package org.sampan.console.terminal;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Text made fit for a terminal: control characters, which could move the cursor or worse, and bidirectional overrides are shown as a
 * replacement mark; its width is known in columns, so that Khmer, Thai or Chinese do not break a table.
 */
public record TerminalText(String text, int columns) {

    private static final int REPLACEMENT = 0xFFFD;

    public static TerminalText of(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints().map(TerminalText::harmless).forEach(text::appendCodePoint);
        return new TerminalText(text.toString(), columns(text.toString()));
    }

    /** Cut with an ellipsis between two characters as people see them, never inside one. */
    public TerminalText atMost(int most) {
        if (columns <= most) {
            return this;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        for (int next = characters.next();
                next != BreakIterator.DONE && columns(text.substring(0, next)) < most;
                next = characters.next()) {
            end = next;
        }
        String cut = text.substring(0, end) + "…";
        return new TerminalText(cut, columns(cut));
    }

    private static int harmless(int character) {
        if (character == '\n' || character == '\t') {
            return ' ';
        }
        boolean override = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        return Character.isISOControl(character) || override ? REPLACEMENT : character;
    }

    private static int columns(String text) {
        return text.codePoints().map(TerminalText::columns).sum();
    }

    private static int columns(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(character) ? 2 : 1;
        };
    }

    /** The ranges of East Asian Width W and F that occur in text (Unicode Annex 11). */
    private static boolean wide(int character) {
        return (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
    }
}
