package org.sampan.mailserver.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text as signer and verifier agree to see it, RFC 6376 section 3.4: {@code SIMPLE} to the byte, {@code RELAXED} without regard to how
 * white space was changed on the way. Bytes are taken as Latin-1 characters.
 */
enum Canonical {
    SIMPLE {
        @Override
        String field(String raw) {
            return raw;
        }

        @Override
        String line(String line) {
            return line;
        }

        /** Section 3.4.3: a body of nothing is one line end, which some verifiers forget. */
        @Override
        String nothing() {
            return CRLF;
        }
    },
    RELAXED {
        @Override
        String field(String raw) {
            int colon = raw.indexOf(':');
            String value = raw.substring(colon + 1).replaceAll("\r?\n", "").replaceAll("[ \t]+", " ");
            return raw.substring(0, colon).toLowerCase(Locale.ROOT).stripTrailing() + ":" + value.strip() + CRLF;
        }

        @Override
        String line(String line) {
            return line.replaceAll("[ \t]+", " ").replaceAll(" $", "");
        }

        @Override
        String nothing() {
            return "";
        }
    };

    private static final String CRLF = "\r\n";

    /** A whole header field with its line end. */
    abstract String field(String raw);

    abstract String line(String line);

    abstract String nothing();

    /** Section 3.4.3 and 3.4.4: empty lines at the end do not count. */
    byte[] body(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split("\r\n", -1)));
        lines.replaceAll(this::line);
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        String canonical = lines.isEmpty() ? nothing() : String.join(CRLF, lines) + CRLF;
        return canonical.getBytes(StandardCharsets.ISO_8859_1);
    }
}
