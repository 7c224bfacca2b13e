package org.sampan.mailserver.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.sampan.mailserver.post.Charsets;
import org.sampan.mailserver.post.Message;

/** Reads the text of a part leniently: for people and for searching, not to be written back. */
public final class PartText {
    private PartText() {}

    /** Empty when the part is no text or its encoding cannot be undone; what its charset does not know becomes U+FFFD. */
    public static Optional<String> plain(Message part) {
        return part.contentType().isText()
                ? TransferCoding.decode(part).map(it -> new String(it, charset(part, it)))
                : Optional.empty();
    }

    /** A page, in the charset its header names, else the one it names itself. */
    public static Optional<Document> page(Message part) {
        return part.contentType().is("text/html")
                ? TransferCoding.decode(part).map(it -> page(part, it))
                : Optional.empty();
    }

    private static Document page(Message part, byte[] bytes) {
        Optional<Charset> named = part.contentType().parameter("charset").flatMap(Charsets::named);
        if (named.isPresent()) {
            return Jsoup.parse(new String(bytes, named.get()));
        }
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charset(Message part, byte[] bytes) {
        return part.contentType()
                .parameter("charset")
                .flatMap(Charsets::named)
                .filter(it -> !it.equals(StandardCharsets.US_ASCII))
                .orElseGet(() -> isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
