package org.sampan.mailserver.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message as DKIM's relaxed canonicalisation sees it, RFC 6376 section 3.4. Works on text with places as well, as long as neither a
 * place nor what comes there has white space or line ends.
 */
public final class RelaxedForm {
    private final List<Field> fields = new ArrayList<>();
    private final byte[] body;

    /** @param message with CRLF line ends */
    public RelaxedForm(byte[] message) {
        int end = endOfHead(message);
        String head = new String(message, 0, end, StandardCharsets.ISO_8859_1);
        for (String field : head.split("\r\n(?![ \t])", -1)) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(
                        field.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        relaxed(field.substring(colon + 1))));
            }
        }
        body = body(message, Math.min(end + 4, message.length));
    }

    /** All fields of that name, the last in the message first, as DKIM counts them (section 5.4.2). */
    public List<Field> fields(String name) {
        List<Field> found = new ArrayList<>();
        for (Field field : fields) {
            if (field.name().equals(name)) {
                found.add(0, field);
            }
        }
        return found;
    }

    /** Without the empty lines at its end; without any text it is empty (section 3.4.4). */
    public byte[] body() {
        return body;
    }

    /** A field's value unfolded, with one space for each run of white space, none around it. */
    public static String relaxed(String value) {
        return value.replaceAll("[ \t\r\n]+", " ").strip();
    }

    private static int endOfHead(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return i;
            }
        }
        return message.length;
    }

    private static byte[] body(byte[] message, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length - from + 2);
        int emptyLines = 0;
        for (int line = from; line < message.length; ) {
            int end = endOfLine(message, line);
            int text = withoutWhiteSpaceAtEnd(message, line, end);
            if (text == line) {
                emptyLines++;
            } else {
                for (; emptyLines > 0; emptyLines--) {
                    out.write('\r');
                    out.write('\n');
                }
                writeLine(message, line, text, out);
            }
            line = end + 2;
        }
        return out.toByteArray();
    }

    private static int endOfLine(byte[] message, int from) {
        int at = from;
        while (at < message.length && !(message[at] == '\r' && at + 1 < message.length && message[at + 1] == '\n')) {
            at++;
        }
        return at;
    }

    private static int withoutWhiteSpaceAtEnd(byte[] message, int from, int end) {
        int at = end;
        while (at > from && isWhiteSpace(message[at - 1])) {
            at--;
        }
        return at;
    }

    private static void writeLine(byte[] message, int from, int end, ByteArrayOutputStream out) {
        for (int i = from; i < end; i++) {
            if (!isWhiteSpace(message[i])) {
                out.write(message[i]);
            } else if (!isWhiteSpace(message[i + 1])) {
                out.write(' ');
            }
        }
        out.write('\r');
        out.write('\n');
    }

    private static boolean isWhiteSpace(byte each) {
        return each == ' ' || each == '\t';
    }

    /** @param name in lower case */
    public record Field(String name, String value) {
        /** With its line end. */
        public String line() {
            return name + ":" + value + "\r\n";
        }
    }
}
