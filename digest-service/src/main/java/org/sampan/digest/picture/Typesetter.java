package org.sampan.digest.picture;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.digest.markdown.LineBreaks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets words of any script with the fonts of the machine: a run of each script in a font that has it. Not for several threads. */
final class Typesetter {
    private static final Logger LOGGER = LoggerFactory.getLogger(Typesetter.class);
    private static final FontRenderContext EXACTLY = new FontRenderContext(null, true, true);
    private static final String MORE = "…";

    /** Those that look well together come first; a machine without them takes what it has. */
    private static final List<String> PREFERRED = List.of(
            "Noto Sans",
            "DejaVu Sans",
            "Noto Sans Thai",
            "Noto Sans Lao",
            "Noto Sans Khmer",
            "Noto Sans Myanmar",
            "Padauk",
            "Noto Sans CJK SC",
            "Noto Sans SC");

    private final Map<Character.UnicodeScript, Optional<Font>> fonts = new EnumMap<>(Character.UnicodeScript.class);
    private List<String> families = List.of();

    /**
     * The words in lines no wider than {@code width} and no more than {@code most}; what is left over is cut off, and said so.
     *
     * @return empty when there is no font for one of the letters
     */
    Optional<List<TextLayout>> lines(String text, Locale language, float size, float width, int most) {
        if (!hasFontsFor(text)) {
            return Optional.empty();
        }
        List<TextLayout> lines = new ArrayList<>();
        BitSet ends = new LineBreaks(language).of(text, text.length());
        int start = 0;
        while (start < text.length()) {
            int end = fitting(text, start, ends, size, width);
            boolean cut = lines.size() == most - 1 && end < text.length();
            lines.add(layout(text.substring(start, end).strip() + (cut ? MORE : ""), size));
            if (cut) {
                break;
            }
            start = end;
        }
        return Optional.of(lines);
    }

    /** As many pieces as fit; one at least. */
    private int fitting(String text, int start, BitSet ends, float size, float width) {
        int fits = ends.nextSetBit(start + 1);
        for (int end = fits; end >= 0; end = ends.nextSetBit(end + 1)) {
            if (layout(text.substring(start, end).strip() + MORE, size).getAdvance() > width) {
                return fits;
            }
            fits = end;
        }
        return fits;
    }

    boolean hasFontsFor(String text) {
        return text.codePoints()
                .allMatch(point -> isNeutral(point) || font(point).isPresent());
    }

    private TextLayout layout(String text, float size) {
        String line = text.isEmpty() ? " " : text;
        AttributedString set = new AttributedString(line);
        Font font = line.codePoints()
                .filter(point -> !isNeutral(point))
                .boxed()
                .flatMap(point -> font(point).stream())
                .findFirst()
                .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 1));
        for (int at = 0; at < line.length(); ) {
            int point = line.codePointAt(at);
            int next = at + Character.charCount(point);
            if (!isNeutral(point) || !font.canDisplay(point)) {
                font = font(point).orElse(font);
            }
            set.addAttribute(TextAttribute.FONT, font.deriveFont(size), at, next);
            at = next;
        }
        return new TextLayout(set.getIterator(), EXACTLY);
    }

    /** Spaces, signs and marks go with the letters before them. */
    private static boolean isNeutral(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED;
    }

    private Optional<Font> font(int point) {
        return fonts.computeIfAbsent(Character.UnicodeScript.of(point), it -> found(point));
    }

    private Optional<Font> found(int point) {
        return Stream.concat(PREFERRED.stream().filter(families()::contains), families().stream())
                .map(family -> new Font(family, Font.PLAIN, 1))
                .filter(font -> font.canDisplay(point))
                .findFirst();
    }

    /** A machine may have no fonts at all, nor the library that finds them. */
    private List<String> families() {
        if (families.isEmpty()) {
            try {
                families = Arrays.asList(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
            } catch (RuntimeException | LinkageError without) {
                LOGGER.warn("event=no-fonts problem={}", without.toString());
                families = List.of("");
            }
        }
        return families;
    }
}
