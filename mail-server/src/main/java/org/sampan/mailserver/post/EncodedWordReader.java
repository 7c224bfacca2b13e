package org.sampan.mailserver.post;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads encoded words (RFC 2047, with the languages of RFC 2231). Words of one charset side by side are read as one, since many
 * programs cut through the bytes of a character. What cannot be read stays as it is.
 */
final class EncodedWordReader {
    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_.:+-]{1,60})(?:\\*[A-Za-z0-9-]{1,30})?\\?([BbQq])\\?([^?\\r\\n]*)\\?=");

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Charset charset = StandardCharsets.US_ASCII;

    private EncodedWordReader() {}

    static String read(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        EncodedWordReader reader = new EncodedWordReader();
        reader.take(value);
        return reader.text.toString();
    }

    private void take(String value) {
        Matcher words = WORD.matcher(value);
        int from = 0;
        boolean afterWord = false;
        while (words.find()) {
            Optional<Charset> named = Charsets.named(words.group(1));
            Optional<byte[]> bytes = bytes(words.group(2), words.group(3));
            String between = value.substring(from, words.start());
            boolean readable = named.isPresent() && bytes.isPresent();
            if (!(afterWord && readable && between.isBlank())) {
                flush();
                text.append(between);
            }
            if (readable) {
                add(named.get(), bytes.get());
            } else {
                flush();
                text.append(words.group());
            }
            afterWord = readable;
            from = words.end();
        }
        flush();
        text.append(value.substring(from));
    }

    private void add(Charset next, byte[] bytes) {
        if (!next.equals(charset)) {
            flush();
            charset = next;
        }
        pending.writeBytes(bytes);
    }

    private void flush() {
        text.append(new String(pending.toByteArray(), charset));
        pending.reset();
    }

    private static Optional<byte[]> bytes(String encoding, String word) {
        try {
            return Optional.of(
                    encoding.equalsIgnoreCase("B") ? Base64.getMimeDecoder().decode(word) : quotedPrintable(word));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static byte[] quotedPrintable(String word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(word.length());
        for (int at = 0; at < word.length(); at++) {
            char each = word.charAt(at);
            if (each == '='
                    && at + 3 <= word.length()
                    && word.substring(at + 1, at + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(word.substring(at + 1, at + 3), 16));
                at += 2;
            } else if (each == '_') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(each).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
