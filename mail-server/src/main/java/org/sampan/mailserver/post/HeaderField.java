package org.sampan.mailserver.post;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One header field as it came, continuation lines included (RFC 5322 section 2.2). Immutable.
 */
public final class HeaderField {
    /** RFC 5322 section 2.1.1 advises 78; the rest is left to the line end. */
    private static final int FOLD_AT = 76;

    private final byte[] raw;
    private final String name;

    /** @param raw with its line end */
    HeaderField(byte[] raw) {
        this.raw = raw;
        this.name = nameIn(raw);
    }

    /**
     * A new field, folded at spaces.
     *
     * @throws IllegalArgumentException when the value is not printable ASCII: nothing else may be written into a header
     */
    public static HeaderField of(String name, String value) {
        if (!value.chars().allMatch(it -> it >= ' ' && it < 0x7f)) {
            throw new IllegalArgumentException("a header value is printable ASCII on one line: " + name);
        }
        return new HeaderField((fold(name + ": " + value) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** As written; empty for a line that is no field at all. */
    public String name() {
        return name;
    }

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Unfolded, trimmed, encoded words left as they are. Raw 8-bit text is read as UTF-8, else as Latin-1. */
    public String value() {
        String text = HeaderText.decodeRaw(raw);
        return text.substring(text.indexOf(':') + 1)
                .replaceAll("\r?\n(?=[ \t])", "")
                .strip();
    }

    /** {@link #value} with encoded words read; safe to show and to store. */
    public String text() {
        return HeaderText.decode(value());
    }

    /** The same value, byte for byte, under another name. */
    public HeaderField renamed(String other) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        return new HeaderField((other + text.substring(text.indexOf(':'))).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** With the value of another behind it and a comma between, each byte for byte: addresses. */
    public HeaderField joined(HeaderField other) {
        String own = new String(raw, StandardCharsets.ISO_8859_1).stripTrailing();
        String more = new String(other.raw, StandardCharsets.ISO_8859_1);
        return new HeaderField(
                (own + ",\r\n " + more.substring(more.indexOf(':') + 1).strip() + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** {@link #text}, with raw 8-bit text that is no UTF-8 read in this charset, where it can be. */
    public String text(Charset legacy) {
        String text = HeaderText.decodeRaw(raw, legacy);
        return HeaderText.decode(text.substring(text.indexOf(':') + 1).replaceAll("\r?\n(?=[ \t])", ""));
    }

    /** Whether both are the same to the byte. */
    public boolean isSameAs(HeaderField other) {
        return Arrays.equals(raw, other.raw);
    }

    /** With its line end; nobody writes into it. */
    public byte[] raw() {
        return raw;
    }

    @Override
    public String toString() {
        return name;
    }

    private static String nameIn(byte[] raw) {
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == ':') {
                return new String(raw, 0, at, StandardCharsets.ISO_8859_1).strip();
            }
            if (raw[at] <= ' ' && !isSpaceBeforeColon(raw, at)) {
                return "";
            }
        }
        return "";
    }

    /** {@code Subject : x} is obsolete syntax, but syntax (RFC 5322 section 4.5). */
    private static boolean isSpaceBeforeColon(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && (raw[at] == ' ' || raw[at] == '\t')) {
            at++;
        }
        return at > from && from > 0 && at < raw.length && raw[at] == ':';
    }

    private static String fold(String line) {
        if (line.length() <= FOLD_AT) {
            return line;
        }
        StringBuilder folded = new StringBuilder(line.length() + 16);
        int width = 0;
        for (String word : line.split(" (?=\\S)", -1)) {
            if (width > 0
                    && width + 1 + word.length() > FOLD_AT
                    && !folded.toString().endsWith(":")) {
                folded.append("\r\n");
                width = 0;
            }
            folded.append(folded.isEmpty() ? "" : " ").append(word);
            width += 1 + word.length();
        }
        return folded.toString();
    }

    /** Compares names as headers do. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
