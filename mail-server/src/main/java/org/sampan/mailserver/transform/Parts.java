package org.sampan.mailserver.transform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/** What several steps have to know of the parts of a message. */
final class Parts {
    private Parts() {}

    /** Whether the field is about the body, not about the mail. */
    static boolean isContent(HeaderField field) {
        return field.name().toLowerCase(Locale.ROOT).startsWith("content-");
    }

    static boolean isAttachment(Message part) {
        String disposition = part.headers().value("Content-Disposition").toLowerCase(Locale.ROOT);
        return disposition.startsWith("attachment")
                || disposition.contains("filename")
                || part.contentType().parameter("name").isPresent();
    }

    /** The same for the same post, and in no line of it. */
    static String boundary(Message message, Rendering rendering) {
        String body = new String(message.body(), StandardCharsets.ISO_8859_1);
        String boundary = "=_" + rendering.post().id();
        while (body.contains(boundary)) {
            boundary += "_";
        }
        return boundary;
    }

    /** Lines the list itself writes, as a part to be shown. */
    static Message note(List<String> lines) {
        String text = String.join("\r\n", lines) + "\r\n";
        String encoded =
                TransferCoding.encodeQuotedPrintable(text.getBytes(StandardCharsets.UTF_8), "no place in this");
        Headers headers = Headers.none()
                .plus("Content-Type", "text/plain; charset=utf-8")
                .plus("Content-Disposition", "inline")
                .plus("Content-Transfer-Encoding", TransferCoding.QUOTED_PRINTABLE);
        return Message.of(headers, encoded.getBytes(StandardCharsets.US_ASCII));
    }
}
