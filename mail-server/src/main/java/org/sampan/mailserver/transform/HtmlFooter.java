package org.sampan.mailserver.transform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.post.Charsets;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;

/**
 * Puts a footer at the end of an HTML page, whatever its charset and transfer encoding; the page's own bytes stay. The footer is
 * ASCII with character references, so the page keeps its charset, which it may name inside too.
 */
final class HtmlFooter {
    private static final String SOFT_BREAK = "=\r\n";

    private HtmlFooter() {}

    /** Empty when the page cannot be read; then the footer goes beside it. */
    static Optional<Message> add(Message part, Footer footer) {
        String charset = part.contentType().parameter("charset").orElse("us-ascii");
        if (!Charsets.isAsciiBelow128(charset)) {
            return Charsets.named(charset).flatMap(it -> inUtf8(part, it)).flatMap(it -> add(it, footer));
        }
        if (TransferCoding.isPlain(part)) {
            return Optional.of(part.withBody(bytes(insert(latin1(part.body()), footer.html()))));
        }
        if (part.transferEncoding().equals(TransferCoding.QUOTED_PRINTABLE) && endOfPage(latin1(part.body())) >= 0) {
            String encoded = TransferCoding.encodeQuotedPrintable(bytes(footer.html()), footer.place());
            return Optional.of(part.withBody(bytes(insert(latin1(part.body()), SOFT_BREAK + encoded + SOFT_BREAK))));
        }
        return TransferCoding.decode(part).map(it -> encoded(part, insert(latin1(it), footer.html()), footer));
    }

    /** What the header names counts more than what the page says of itself. Empty when the page is not what its header says. */
    private static Optional<Message> inUtf8(Message part, Charset charset) {
        return TransferCoding.decode(part)
                .flatMap(it -> text(it, charset))
                .map(it -> part.with(part.headers()
                                .replace(HeaderField.of(
                                        "Content-Type",
                                        part.contentType()
                                                .with("charset", "utf-8")
                                                .toString()))
                                .replace(HeaderField.of("Content-Transfer-Encoding", "8bit")))
                        .withBody(it.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThatCharset) {
            return Optional.empty();
        }
    }

    private static Message encoded(Message part, String page, Footer footer) {
        return part.with(part.headers()
                        .replace(HeaderField.of("Content-Transfer-Encoding", TransferCoding.QUOTED_PRINTABLE)))
                .withBody(bytes(TransferCoding.encodeQuotedPrintable(bytes(page), footer.place())));
    }

    private static String insert(String page, String footer) {
        int at = endOfPage(page);
        return at < 0 ? page + footer : page.substring(0, at) + footer + page.substring(at);
    }

    /** Before the last end of body, else of html; -1 when the page has neither. */
    private static int endOfPage(String page) {
        String lower = page.toLowerCase(Locale.ROOT);
        int body = lower.lastIndexOf("</body");
        return body >= 0 ? body : lower.lastIndexOf("</html");
    }

    /** One character a byte, so that positions agree. */
    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
