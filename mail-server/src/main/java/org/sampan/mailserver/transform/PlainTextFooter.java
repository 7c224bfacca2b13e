package org.sampan.mailserver.transform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.post.Charsets;
import org.sampan.mailserver.post.ContentType;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;

/**
 * Puts a footer below plain text of any charset and transfer encoding. What was written stays byte for byte where the footer can
 * be written the same way; else the whole text becomes UTF-8, which every mail program of the last twenty years reads.
 */
final class PlainTextFooter {
    private static final byte[] CRLF = {'\r', '\n'};

    private PlainTextFooter() {}

    /** Empty when the text cannot be read; then the footer goes beside it. */
    static Optional<Message> add(Message part, Footer footer) {
        String charset =
                part.contentType().parameter("charset").orElse("us-ascii").toLowerCase(Locale.ROOT);
        boolean fits = footer.isAscii() ? Charsets.isAsciiBelow128(charset) : charset.equals("utf-8");
        if (fits
                && TransferCoding.isPlain(part)
                && (footer.isAscii() || !part.transferEncoding().equals("7bit"))) {
            return Optional.of(part.withBody(join(ended(part.body()), utf8(footer.plain()))));
        }
        if (fits && part.transferEncoding().equals(TransferCoding.QUOTED_PRINTABLE)) {
            return Optional.of(part.withBody(join(endedQuotedPrintable(part.body()), quotedPrintable(footer))));
        }
        return fits
                ? TransferCoding.decode(part).map(it -> encoded(part, join(ended(it), utf8(footer.plain())), footer))
                : TransferCoding.decode(part)
                        .flatMap(it -> text(it, charset))
                        .map(it -> encoded(inUtf8(part), join(ended(utf8(it)), utf8(footer.plain())), footer));
    }

    private static Message encoded(Message part, byte[] text, Footer footer) {
        String body = TransferCoding.encodeQuotedPrintable(text, footer.place());
        return part.with(part.headers()
                        .replace(HeaderField.of("Content-Transfer-Encoding", TransferCoding.QUOTED_PRINTABLE)))
                .withBody(body.getBytes(StandardCharsets.US_ASCII));
    }

    private static Message inUtf8(Message part) {
        ContentType type = part.contentType().with("charset", "utf-8");
        return part.with(part.headers().replace(HeaderField.of("Content-Type", type.toString())));
    }

    private static Optional<String> text(byte[] bytes, String charset) {
        return Charsets.named(charset).flatMap(it -> decode(bytes, it));
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThatCharset) {
            return Optional.empty();
        }
    }

    private static byte[] quotedPrintable(Footer footer) {
        return TransferCoding.encodeQuotedPrintable(utf8(footer.plain()), footer.place())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] ended(byte[] text) {
        return text.length == 0 || text[text.length - 1] == '\n' ? text : join(text, CRLF);
    }

    /** A soft line break at the very end would take the footer's first line with it. */
    private static byte[] endedQuotedPrintable(byte[] body) {
        byte[] ended = ended(body);
        int before = ended.length - (ended.length >= 2 && ended[ended.length - 2] == '\r' ? 3 : 2);
        return before >= 0 && ended[before] == '=' ? join(ended, CRLF) : ended;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
