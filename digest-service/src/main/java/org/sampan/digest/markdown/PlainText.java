package org.sampan.digest.markdown;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Breaks lines of plain text where the language allows it: between words for those that write spaces, by dictionary for
 * Thai, Lao, Khmer and Burmese, between syllables for Shan, between characters for Chinese. Never inside what a reader sees as one letter. Safe for many threads.
 */
public final class PlainText {
    /** Letters before this are all one column wide. */
    private static final int FIRST_COMBINING = 0x300;

    private final int width;

    /**
     * What a quotation, a list or an indented text begins with; its further lines stand below what follows. Possessive: else each {@code >}
     * would use the stack.
     */
    private static final Pattern BEGINNING = Pattern.compile("((?:> ?)*+)( *(?:[-*•] |\\d{1,3}[.)] )?)");

    /** Made once a language: ICU keeps only the last one, and makes each out of its rules, which takes longer than to break a text. */
    private final Map<Locale, LineBreaks> breaks = new ConcurrentHashMap<>();

    /** {@code width} in columns of a terminal: a Chinese character takes two. */
    public PlainText(int width) {
        this.width = width;
    }

    /**
     * Every line wrapped. Addresses stay whole, however long.
     *
     * @param indent what each further line begins with; empty: what its first line asks for, as {@code > } or the room of a list's mark
     */
    public String wrap(String text, String indent, Locale language) {
        return text.lines().map(line -> wrapLine(line, indent, language)).collect(Collectors.joining("\n"));
    }

    private String wrapLine(String line, String indent, Locale language) {
        if (columns(line) <= width) {
            return line.stripTrailing();
        }
        String below = indent.isEmpty() ? below(line) : indent;
        BitSet ends = breaks.computeIfAbsent(language, LineBreaks::new).of(line, width - columns(below));
        int beginning = beginning(line);
        int room = columns(below);
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int start = 0, end; start < line.length(); start = end) {
            end = ends.nextSetBit(start + 1);
            String piece = line.substring(start, end);
            if (start >= beginning && column + columns(piece.stripTrailing()) > width && column > room) {
                trimEnd(out);
                out.append('\n').append(below);
                column = room;
            }
            out.append(piece);
            column += columns(piece);
        }
        trimEnd(out);
        return out.toString();
    }

    private static int beginning(String line) {
        Matcher beginning = BEGINNING.matcher(line);
        return beginning.lookingAt() ? beginning.end() : 0;
    }

    /** Nothing where it would leave less than half of the width for words. */
    private String below(String line) {
        Matcher beginning = BEGINNING.matcher(line);
        return beginning.lookingAt() && columns(beginning.group()) <= width / 2
                ? beginning.group(1) + " ".repeat(columns(beginning.group(2)))
                : "";
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
