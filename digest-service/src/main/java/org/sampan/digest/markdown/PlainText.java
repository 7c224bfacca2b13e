package org.sampan.digest.markdown;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Breaks lines of plain text where the language allows it: between words for those that write spaces, by dictionary for
 * Thai, Lao, Khmer and Burmese, between characters for Chinese. Never inside what a reader sees as one letter. Safe for many threads.
 */
public final class PlainText {
    /** Letters before this are all one column wide. */
    private static final int FIRST_COMBINING = 0x300;

    private final int width;

    /** To be copied: ICU keeps only the last one, and makes each out of its rules, which takes longer than to break a text. */
    private final Map<Locale, BreakIterator> breaks = new ConcurrentHashMap<>();

    /** {@code width} in columns of a terminal: a Chinese character takes two. */
    public PlainText(int width) {
        this.width = width;
    }

    /** Every line wrapped, each further line beginning with {@code indent}. Addresses stay whole, however long. */
    public String wrap(String text, String indent, Locale language) {
        return text.lines().map(line -> wrapLine(line, indent, language)).collect(Collectors.joining("\n"));
    }

    private String wrapLine(String line, String indent, Locale language) {
        if (columns(line) <= width) {
            return line.stripTrailing();
        }
        BreakIterator pieces = pieces(language);
        pieces.setText(line);
        StringBuilder out = new StringBuilder();
        int column = 0;
        int start = 0;
        for (int end = next(pieces, line, start); start < line.length(); end = next(pieces, line, start)) {
            String piece = line.substring(start, end);
            int columns = columns(piece.stripTrailing());
            if (column > 0 && column + columns > width) {
                trimEnd(out);
                out.append('\n').append(indent);
                column = columns(indent);
            }
            out.append(piece);
            column += columns(piece);
            start = end;
        }
        trimEnd(out);
        return out.toString();
    }

    private BreakIterator pieces(Locale language) {
        return (BreakIterator)
                breaks.computeIfAbsent(language, it -> BreakIterator.getLineInstance(ULocale.forLocale(it)))
                        .clone();
    }

    /** The next place to break at; ICU would break addresses after their slashes. */
    private static int next(BreakIterator breaks, String line, int start) {
        if (start >= line.length()) {
            return line.length();
        }
        if (line.startsWith("http://", start) || line.startsWith("https://", start)) {
            int space = line.indexOf(' ', start);
            return space < 0 ? line.length() : space + 1;
        }
        int end = breaks.following(start);
        int address = line.indexOf("http", start + 1);
        return address > start && address < end ? address : end;
    }

    static int columns(String text) {
        int columns = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            columns += columns(point);
            at += Character.charCount(point);
        }
        return columns;
    }

    private static int columns(int point) {
        if (point < FIRST_COMBINING) {
            return 1;
        }
        int type = UCharacter.getType(point);
        if (type == ECharacterCategory.NON_SPACING_MARK
                || type == ECharacterCategory.ENCLOSING_MARK
                || type == ECharacterCategory.FORMAT) {
            return 0;
        }
        int east = UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH);
        boolean wide = east == UCharacter.EastAsianWidth.WIDE || east == UCharacter.EastAsianWidth.FULLWIDTH;
        return wide ? 2 : 1;
    }

    private static void trimEnd(StringBuilder text) {
        while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }
}
