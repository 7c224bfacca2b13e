package org.sampan.mailserver.transform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * Mends what would have a mail refused or shown as rubbish on its way: a boundary named wrongly, the last one forgotten, lines longer than
 * SMTP takes, 8-bit text that says it is 7-bit. What cannot be mended stays as it
 * is; signed and encrypted parts always do.
 */
final class RepairMime implements Transformation {
    private static final int DEEPEST = 12;
    private static final int LONGEST_LINE = 998; // RFC 5321 section 4.5.3.1.6, without CRLF

    @Override
    public Message apply(Message message, Rendering rendering) {
        return repaired(message, 0).orElse(message);
    }

    /** Empty when there is nothing to mend. */
    private static Optional<Message> repaired(Message part, int depth) {
        String type = part.contentType().mimeType();
        if (depth > DEEPEST || type.equals("multipart/signed") || type.equals("multipart/encrypted")) {
            return Optional.empty();
        }
        if (!part.contentType().isMultipart()) {
            return type.startsWith("message/") ? Optional.empty() : encoded(part);
        }
        Optional<Multipart> read = Multipart.read(part);
        return read.isPresent()
                ? repaired(part, read.get(), depth)
                : renamed(part).flatMap(it -> andInside(it, depth));
    }

    private static Optional<Message> andInside(Message part, int depth) {
        return Optional.of(repaired(part, depth + 1).orElse(part));
    }

    private static Optional<Message> repaired(Message part, Multipart multipart, int depth) {
        Multipart changed = multipart.closed();
        for (int i = 0; i < multipart.parts().size(); i++) {
            Optional<Message> inner = repaired(multipart.parts().get(i), depth + 1);
            if (inner.isPresent()) {
                changed = changed.with(i, inner.get());
            }
        }
        return changed == multipart ? Optional.empty() : Optional.of(part.withBody(changed.bytes()));
    }

    /** The body has boundaries, but not those the header names: the first line that begins and ends like one is taken. */
    private static Optional<Message> renamed(Message part) {
        String body = new String(part.body(), StandardCharsets.ISO_8859_1);
        Matcher lines = Pattern.compile("(?m)^--([!-~]{1,70})[ \\t]*\\r?$").matcher(body);
        while (lines.find()) {
            String boundary = lines.group(1);
            boolean closes = Pattern.compile("(?m)^--" + Pattern.quote(boundary) + "--[ \\t]*\\r?$")
                    .matcher(body)
                    .find(lines.end());
            if (closes) {
                return Optional.of(part.with(part.headers()
                        .replace(HeaderField.of(
                                "Content-Type",
                                part.contentType().with("boundary", boundary).toString()))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Message> encoded(Message part) {
        if (!TransferCoding.isPlain(part)) {
            return Optional.empty();
        }
        if (longestLine(part.body()) > LONGEST_LINE) {
            return Optional.of(part.contentType().isText() ? quotedPrintable(part) : base64(part));
        }
        return isEightBit(part.body()) && part.transferEncoding().equals("7bit")
                ? Optional.of(encodedAs("8bit", part, part.body()))
                : Optional.empty();
    }

    private static Message quotedPrintable(Message part) {
        String body = TransferCoding.encodeQuotedPrintable(part.body(), "no place in this");
        return encodedAs(TransferCoding.QUOTED_PRINTABLE, part, body.getBytes(StandardCharsets.US_ASCII));
    }

    private static Message base64(Message part) {
        return encodedAs("base64", part, Base64.getMimeEncoder().encode(part.body()));
    }

    private static Message encodedAs(String encoding, Message part, byte[] body) {
        return part.with(part.headers().replace(HeaderField.of("Content-Transfer-Encoding", encoding)))
                .withBody(body);
    }

    private static int longestLine(byte[] body) {
        int longest = 0;
        int from = 0;
        for (int at = 0; at < body.length; at++) {
            if (body[at] == '\n') {
                longest = Math.max(longest, at - from);
                from = at + 1;
            }
        }
        return Math.max(longest, body.length - from);
    }

    private static boolean isEightBit(byte[] body) {
        for (byte each : body) {
            if (each < 0) {
                return true;
            }
        }
        return false;
    }
}
