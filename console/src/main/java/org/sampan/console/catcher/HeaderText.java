package org.sampan.console.catcher;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header line's text: encoded words (RFC 2047) and raw UTF-8 (RFC 6532). Adjacent words are joined before they are decoded, because many
 * programs cut a Thai or Burmese letter in the middle of its bytes.
 */
final class HeaderText {

    private static final Pattern WORD = Pattern.compile("=\\?([^?*\\s]+)(?:\\*[^?]*)?\\?([BbQq])\\?([^?]*)\\?=");

    private HeaderText() {}

    /** @param raw the line as read, one character for each byte */
    static String decode(String raw) {
        String line = raw.replaceAll("\r?\n[ \t]*", " ").strip();
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String between = line.substring(end, word.start());
            boolean joins = pending.size() > 0 && between.isBlank();
            if (!joins || !charset.equalsIgnoreCase(word.group(1))) {
                text.append(flush(pending, charset)).append(joins ? "" : plain(between));
            }
            charset = word.group(1);
            pending.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        return text.append(flush(pending, charset))
                .append(plain(line.substring(end)))
                .toString();
    }

    private static String flush(ByteArrayOutputStream pending, String charset) {
        String text = Charsets.decode(pending.toByteArray(), charset);
        pending.reset();
        return text;
    }

    private static String plain(String oneCharacterAByte) {
        return Charsets.decode(oneCharacterAByte.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    private static byte[] bytes(String encoding, String word) {
        if (encoding.equalsIgnoreCase("B")) {
            return Base64.getMimeDecoder().decode(word.replaceAll("=+$", "").getBytes(StandardCharsets.ISO_8859_1));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            if (character == '=' && i + 2 < word.length() && isHex(word, i + 1)) {
                bytes.write(Integer.parseInt(word.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(character == '_' ? ' ' : character);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isHex(String word, int from) {
        return Character.digit(word.charAt(from), 16) >= 0 && Character.digit(word.charAt(from + 1), 16) >= 0;
    }
}
