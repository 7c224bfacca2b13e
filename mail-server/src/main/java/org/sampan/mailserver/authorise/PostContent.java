package org.sampan.mailserver.authorise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.util.CharsetUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.sampan.mailserver.content.HtmlText;
import org.sampan.mailserver.post.ContentType;
import org.sampan.mailserver.post.HeaderText;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * What of a post the rules look at: the beginning of its text, and its attachments. Mail of strangers is read here, so depth, number
 * of parts and length of text are limited; nothing is ever refused for being broken.
 *
 * @param text plain text, else HTML without its tags, as far as it was read
 * @param attachments in their order
 */
record PostContent(String text, List<Attachment> attachments) {
    private static final int LONGEST_TEXT = 100_000;
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 300;

    /**
     * @param type lower case
     * @param name may be empty
     */
    record Attachment(String type, String name) {}

    static PostContent of(Message message) {
        Reading reading = new Reading();
        reading.read(message, 0);
        return new PostContent(reading.text(), List.copyOf(reading.attachments));
    }

    boolean isEmpty() {
        return attachments.isEmpty() && saidLines().isEmpty();
    }

    List<String> lines() {
        return Arrays.asList(text.split("\r?\n", -1));
    }

    /** What the author wrote: no quotes, no signature, no blank lines. */
    List<String> saidLines() {
        return lines().stream()
                .takeWhile(it -> !it.equals("-- "))
                .filter(it -> !it.startsWith(">"))
                .map(it -> it.replace('\u00a0', ' ').strip())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Goes through the parts once. */
    private static final class Reading {
        private final List<Attachment> attachments = new ArrayList<>();
        private String plain = "";
        private String html = "";
        private int parts;

        String text() {
            return plain.isBlank() ? withoutTags(html) : plain;
        }

        void read(Message part, int depth) {
            ContentType type = part.contentType();
            Optional<Multipart> multipart = Multipart.read(part);
            if (++parts > MOST_PARTS) {
                return;
            }
            if (multipart.isPresent() && depth < DEEPEST) {
                multipart.get().parts().forEach(it -> read(it, depth + 1));
            } else if (isText(part, type)) {
                readText(part, type);
            } else {
                attachments.add(new Attachment(type.mimeType(), fileName(part)));
            }
        }

        private void readText(Message part, ContentType type) {
            if (type.is("text/html")) {
                html = html.isEmpty() ? decode(part, type) : html;
            } else {
                plain = plain.isEmpty() ? decode(part, type) : plain;
            }
        }
    }

    private static boolean isText(Message part, ContentType type) {
        boolean attached = part.headers()
                .value("Content-Disposition")
                .toLowerCase(Locale.ROOT)
                .startsWith("attachment");
        return !attached && fileName(part).isEmpty() && (type.is("text/plain") || type.is("text/html"));
    }

    /** RFC 2183, RFC 2231 as far as mail programs use it, and the older parameter of the type. */
    private static String fileName(Message part) {
        ContentType disposition = ContentType.of(
                part.headers().value("Content-Disposition").isEmpty()
                        ? ""
                        : "x/" + part.headers().value("Content-Disposition"));
        return disposition
                .parameter("filename")
                .or(() -> disposition.parameter("filename*"))
                .or(() -> disposition.parameter("filename*0*"))
                .or(() -> disposition.parameter("filename*0"))
                .or(() -> part.contentType().parameter("name"))
                .or(() -> part.contentType().parameter("name*"))
                .map(HeaderText::decode)
                .orElse("");
    }

    private static String decode(Message part, ContentType type) {
        Charset charset = type.parameter("charset")
                .flatMap(it -> Optional.ofNullable(CharsetUtil.lookup(it)))
                .orElse(StandardCharsets.UTF_8);
        try (InputStream in = decoded(part)) {
            return new String(in.readNBytes(LONGEST_TEXT), charset);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static InputStream decoded(Message part) {
        InputStream body = new ByteArrayInputStream(part.body());
        return switch (part.transferEncoding()) {
            case "base64" -> new Base64InputStream(body, DecodeMonitor.SILENT);
            case "quoted-printable" -> new QuotedPrintableInputStream(body, DecodeMonitor.SILENT);
            default -> body;
        };
    }

    /** A picture says something, too. */
    private static String withoutTags(String html) {
        Document page = Jsoup.parse(html);
        page.select("img").forEach(it -> it.replaceWith(new TextNode("[picture]")));
        return HtmlText.of(page);
    }
}
