package org.sampan.mailserver.post;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads the text of header fields, however it is encoded. */
public final class HeaderText {
    private HeaderText() {}

    /**
     * Reads encoded words (RFC 2047) of every charset Java knows; one that cannot be read stays as it is. The result is one
     * line without control characters, so it may be shown, logged and stored.
     */
    public static String decode(String value) {
        return clean(EncodedWordReader.read(value));
    }

    /** Without control characters and lone surrogates, and without space around. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(it -> Character.isISOControl(it) ? ' ' : it)
                .map(it -> Character.getType(it) == Character.SURROGATE ? '\uFFFD' : it)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** RFC 6532 makes raw 8-bit text UTF-8; older senders write what they like. */
    static String decodeRaw(byte[] raw) {
        return decodeRaw(raw, StandardCharsets.ISO_8859_1);
    }

    static String decodeRaw(byte[] raw, Charset legacy) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(raw, legacy);
        }
    }
}
