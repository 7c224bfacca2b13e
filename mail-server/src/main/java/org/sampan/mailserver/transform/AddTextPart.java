package org.sampan.mailserver.transform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.content.HtmlText;
import org.sampan.mailserver.content.PartText;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * Gives a mail that has HTML only a text part as well, for readers who see none, for small programs and thin lines. The page stays
 * byte for byte; signed and encrypted mail is left alone.
 */
final class AddTextPart implements Transformation {
    private static final int DEEPEST = 12;

    @Override
    public Message apply(Message message, Rendering rendering) {
        return withText(message, rendering, 0).orElse(message);
    }

    /** Empty when there is text, or nothing to make it of. */
    private static Optional<Message> withText(Message part, Rendering rendering, int depth) {
        if (depth > DEEPEST || Parts.isAttachment(part)) {
            return Optional.empty();
        }
        return switch (part.contentType().mimeType()) {
            case "text/html" -> PartText.page(part).map(HtmlText::of).flatMap(it -> beside(part, it, rendering));
            case "multipart/related" ->
                Multipart.read(part).flatMap(it -> page(it.parts().get(0))).flatMap(it -> beside(part, it, rendering));
            case "multipart/alternative" -> Multipart.read(part).flatMap(it -> inAlternative(part, it));
            case "multipart/mixed" -> Multipart.read(part).flatMap(it -> inMixed(part, it, rendering, depth));
            default -> Optional.empty();
        };
    }

    private static Optional<String> page(Message part) {
        return PartText.page(part).map(HtmlText::of);
    }

    /** Text first: the last alternative is the best one (RFC 2046 section 5.1.4). */
    private static Optional<Message> beside(Message part, String text, Rendering rendering) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String boundary = Parts.boundary(part, rendering) + "_text";
        Message page = Message.of(
                Headers.of(part.headers().fields().stream()
                        .filter(Parts::isContent)
                        .filter(it -> !it.isNamed("Content-Language"))
                        .toList()),
                part.body());
        Headers outer = part.headers()
                .without(it -> Parts.isContent(it) && !it.isNamed("Content-Language"))
                .plus("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
        Headers mime = outer.has("MIME-Version") || depthless(part) ? outer : outer.plus("MIME-Version", "1.0");
        return Optional.of(part.with(mime)
                .withBody(Multipart.of(boundary, textPart(text)).plus(page).bytes()));
    }

    /** A part inside another has no fields but those about its content. */
    private static boolean depthless(Message part) {
        return part.headers().fields().stream().allMatch(Parts::isContent);
    }

    private static Optional<Message> inAlternative(Message part, Multipart alternative) {
        List<Message> parts = alternative.parts();
        boolean hasText = parts.stream().anyMatch(it -> it.contentType().is("text/plain"));
        if (hasText) {
            return Optional.empty();
        }
        return parts.stream()
                .flatMap(it -> readable(it).stream())
                .findFirst()
                .filter(it -> !it.isBlank())
                .map(it -> part.withBody(alternative.before(textPart(it)).bytes()));
    }

    private static Optional<String> readable(Message part) {
        return part.contentType().is("multipart/related")
                ? Multipart.read(part).flatMap(it -> page(it.parts().get(0)))
                : page(part);
    }

    /** What is read first is the mail; text further down is a note or a footer of some list. */
    private static Optional<Message> inMixed(Message part, Multipart mixed, Rendering rendering, int depth) {
        for (int i = 0; i < mixed.parts().size(); i++) {
            Message each = mixed.parts().get(i);
            if (!Parts.isAttachment(each) && isRead(each)) {
                int first = i;
                return withText(each, rendering, depth + 1)
                        .map(it -> part.withBody(mixed.with(first, it).bytes()));
            }
        }
        return Optional.empty();
    }

    private static boolean isRead(Message part) {
        return part.contentType().isText() || part.contentType().isMultipart();
    }

    private static Message textPart(String text) {
        String crlf = text.lines().map(String::stripTrailing).reduce("", (one, next) -> one + next + "\r\n");
        String encoded =
                TransferCoding.encodeQuotedPrintable(crlf.getBytes(StandardCharsets.UTF_8), "no place in this");
        return Message.of(
                Headers.none()
                        .plus("Content-Type", "text/plain; charset=utf-8")
                        .plus("Content-Transfer-Encoding", TransferCoding.QUOTED_PRINTABLE),
                encoded.getBytes(StandardCharsets.US_ASCII));
    }
}
