package org.sampan.mailserver.post;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Writes text of any script into a header (RFC 2047), never cutting through what a reader sees as one character. */
public final class EncodedWords {
    /** 75 characters less {@code =?UTF-8?B?} and {@code ?=} hold 60 of base64: 45 bytes. */
    private static final int BYTES_IN_A_WORD = 45;

    private EncodedWords() {}

    /** ASCII as it is, anything else as encoded words with a space between; readers drop that space. */
    public static String encode(String text) {
        return isPlain(text) ? text : always(text);
    }

    /** For a display name in an address or List-Id: plain words, a quoted string, or encoded words. */
    public static String phrase(String name) {
        if (!isPlain(name)) {
            return always(name);
        }
        return name.matches("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")
                ? name
                : '"' + name.replaceAll("([\\\\\"])", "\\\\$1") + '"';
    }

    static String always(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (String character : characters(text)) {
            if (bytes(word) + bytes(character) > BYTES_IN_A_WORD) {
                words.add(word(word));
                word.setLength(0);
            }
            word.append(character);
        }
        words.add(word(word));
        return String.join(" ", words);
    }

    /** Also true of text that only looks like an encoded word: that has to be encoded to stay what it is. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(it -> it >= ' ' && it < 0x7f) && !text.contains("=?");
    }

    private static List<String> characters(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> characters = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String character = text.substring(from, to);
            if (bytes(character) <= BYTES_IN_A_WORD) {
                characters.add(character);
            } else {
                character.codePoints().mapToObj(Character::toString).forEach(characters::add);
            }
        }
        return characters;
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String word(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
