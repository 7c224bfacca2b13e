package org.sampan.mailserver.transform;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.post.ContentType;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * Puts the footer below what readers read: into plain text and into HTML, in each of the alternatives. Where that would touch a
 * signature, or there is no text, it becomes a part of its own; encrypted mail, invitations and broken mail go without.
 */
final class AddFooter implements Transformation {
    private static final int DEEPEST = 12;
    private static final Set<String> WITHOUT = Set.of(
            "multipart/encrypted",
            "multipart/report",
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "application/pgp-encrypted",
            "message/partial",
            "message/external-body",
            "message/delivery-status",
            "text/calendar");

    private final ListTexts texts;

    AddFooter(ListTexts texts) {
        this.texts = texts;
    }

    @Override
    public Message apply(Message message, Rendering rendering) {
        ContentType type = message.contentType();
        if (!rendering.chosen(TransformSettings.FOOTER)) {
            return message;
        }
        boolean broken = type.isMultipart() && Multipart.read(message).isEmpty();
        if (broken || WITHOUT.contains(type.mimeType()) || isEncryptedText(message)) {
            return message;
        }
        Footer footer = texts.footer(rendering);
        return mime(into(message, footer, 0).orElseGet(() -> beside(message, footer, rendering)));
    }

    /** Empty when nothing in it takes the footer. */
    private static Optional<Message> into(Message part, Footer footer, int depth) {
        if (depth > DEEPEST || Parts.isAttachment(part) || isArmored(part)) {
            return Optional.empty();
        }
        return switch (part.contentType().mimeType()) {
            case "text/plain" -> PlainTextFooter.add(part, footer);
            case "text/html" -> HtmlFooter.add(part, footer);
            case "multipart/alternative" -> intoEach(part, footer, depth);
            case "multipart/related" -> intoFirst(part, footer, depth);
            case "multipart/mixed" -> intoLastText(part, footer, depth);
            default -> Optional.empty();
        };
    }

    private static Optional<Message> intoEach(Message part, Footer footer, int depth) {
        Optional<Multipart> read = Multipart.read(part);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Multipart changed = read.get();
        boolean any = false;
        for (int i = 0; i < changed.parts().size(); i++) {
            Optional<Message> alternative = into(changed.parts().get(i), footer, depth + 1);
            if (alternative.isPresent()) {
                changed = changed.with(i, alternative.get());
                any = true;
            }
        }
        return any ? Optional.of(part.withBody(changed.bytes())) : Optional.empty();
    }

    private static Optional<Message> intoFirst(Message part, Footer footer, int depth) {
        return Multipart.read(part)
                .flatMap(it -> into(it.parts().get(0), footer, depth + 1)
                        .map(first -> part.withBody(it.with(0, first).bytes())));
    }

    /** Some programs write text, picture, text: the footer belongs below the last; below attachments, where there is no text. */
    private static Optional<Message> intoLastText(Message part, Footer footer, int depth) {
        Optional<Multipart> read = Multipart.read(part);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Multipart mixed = read.get();
        for (int i = mixed.parts().size() - 1; i >= 0; i--) {
            Optional<Message> text = into(mixed.parts().get(i), footer, depth + 1);
            if (text.isPresent()) {
                return Optional.of(part.withBody(mixed.with(i, text.get()).bytes()));
            }
        }
        return Optional.of(part.withBody(mixed.plus(footerPart(footer)).bytes()));
    }

    /** The message as it is becomes the first part, so that a signature in it still holds. */
    private static Message beside(Message message, Footer footer, Rendering rendering) {
        Headers inner = Headers.of(
                message.headers().fields().stream().filter(Parts::isContent).toList());
        String boundary = Parts.boundary(message, rendering);
        Multipart mixed =
                Multipart.of(boundary, Message.of(inner, message.body())).plus(footerPart(footer));
        Headers outer = message.headers()
                .without(Parts::isContent)
                .plus("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        return message.with(outer).withBody(mixed.bytes());
    }

    private static Message footerPart(Footer footer) {
        Headers headers = Headers.none()
                .plus("Content-Type", "text/plain; charset=utf-8")
                .plus("Content-Disposition", "inline")
                .plus("Content-Transfer-Encoding", TransferCoding.QUOTED_PRINTABLE);
        String text =
                TransferCoding.encodeQuotedPrintable(footer.plain().getBytes(StandardCharsets.UTF_8), footer.place());
        return Message.of(headers, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isArmored(Message part) {
        return isEncryptedText(part)
                || part.contentType().is("text/plain") && beginsArmor(part, "-----BEGIN PGP SIGNED MESSAGE-----");
    }

    private static boolean isEncryptedText(Message message) {
        return message.contentType().is("text/plain") && beginsArmor(message, "-----BEGIN PGP MESSAGE-----");
    }

    private static boolean beginsArmor(Message part, String line) {
        return TransferCoding.decode(part)
                .map(it -> new String(it, StandardCharsets.ISO_8859_1))
                .filter(it -> it.startsWith(line) || it.contains("\n" + line))
                .isPresent();
    }

    /** Without this field, mail programs take no notice of the others (RFC 2045 section 4). */
    private static Message mime(Message message) {
        return message.headers().has("MIME-Version")
                ? message
                : message.with(message.headers().plus("MIME-Version", "1.0"));
    }
}
