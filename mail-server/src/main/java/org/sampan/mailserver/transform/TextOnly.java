package org.sampan.mailserver.transform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.content.HtmlText;
import org.sampan.mailserver.content.PartText;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * A copy for readers who want plain text: what is to be read, as one text; pictures and files are left out and named. Encrypted
 * mail stays as it is, since nobody but its readers can take it apart.
 */
final class TextOnly {
    private static final int DEEPEST = 12;

    private final List<String> texts = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private boolean encrypted;

    private TextOnly() {}

    /**
     * @param place in the text that differs from copy to copy, see {@code delivery.Outgoing}; empty: there is none
     * @return empty when there is nothing to leave out, or nothing to read
     */
    static Optional<Message> of(Message message, String place) {
        if (message.contentType().is("text/plain")) {
            return Optional.empty();
        }
        TextOnly text = new TextOnly();
        text.read(message, 0);
        return text.texts.isEmpty() || text.encrypted ? Optional.empty() : Optional.of(text.write(message, place));
    }

    private void read(Message part, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        String type = part.contentType().mimeType();
        if (type.equals("multipart/encrypted") || type.contains("pkcs7-mime")) {
            encrypted = true;
        } else if (Parts.isAttachment(part)) {
            files.add(name(part));
        } else if (type.equals("multipart/alternative")) {
            alternative(part, depth);
        } else if (type.equals("multipart/related") || type.equals("multipart/signed")) {
            Multipart.read(part).ifPresent(it -> read(it.parts().get(0), depth + 1));
        } else if (part.contentType().isMultipart()) {
            Multipart.read(part).ifPresent(it -> it.parts().forEach(each -> read(each, depth + 1)));
        } else if (type.equals("text/html")) {
            PartText.page(part).map(HtmlText::of).ifPresent(this::add);
        } else if (part.contentType().isText()) {
            PartText.plain(part).ifPresent(this::add);
        } else {
            files.add(name(part));
        }
    }

    /** The text of equal worth, else the best there is. */
    private void alternative(Message part, int depth) {
        List<Message> parts = Multipart.read(part).map(Multipart::parts).orElse(List.of());
        parts.stream()
                .filter(it -> it.contentType().is("text/plain"))
                .findFirst()
                .or(() -> parts.stream().reduce((first, later) -> later))
                .ifPresent(it -> read(it, depth + 1));
    }

    private void add(String text) {
        if (!text.isBlank()) {
            texts.add(text.strip());
        }
    }

    private Message write(Message message, String place) {
        StringBuilder text = new StringBuilder(String.join("\n\n", texts));
        files.forEach(it -> text.append("\n\n[").append(it).append(']'));
        String crlf = text.toString().lines().map(String::stripTrailing).reduce("", (one, next) -> one + next + "\r\n");
        String encoded = TransferCoding.encodeQuotedPrintable(crlf.getBytes(StandardCharsets.UTF_8), place);
        Headers headers = message.headers()
                .without(it -> Parts.isContent(it) && !it.isNamed("Content-Language"))
                .plus("Content-Type", "text/plain; charset=utf-8")
                .plus("Content-Transfer-Encoding", TransferCoding.QUOTED_PRINTABLE);
        Message plain = message.with(headers.has("MIME-Version") ? headers : headers.plus("MIME-Version", "1.0"));
        return plain.withBody(encoded.getBytes(StandardCharsets.US_ASCII));
    }

    private static String name(Message part) {
        String disposition = part.headers().value("Content-Disposition");
        return part.contentType()
                .parameter("name")
                .or(() -> java.util.regex.Pattern.compile("filename=\"?([^\";]+)")
                        .matcher(disposition)
                        .results()
                        .map(it -> it.group(1))
                        .findFirst())
                .orElse(part.contentType().mimeType());
    }
}
