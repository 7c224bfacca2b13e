package org.sampan.mailserver.deliver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/**
 * Puts the texts that carry our footer into base64 where that is shorter: quoted-printable makes nine bytes of a Burmese letter, base64
 * four. Other parts stay as their sender has encoded them. Each leave token begins at a byte that base64 can begin at, which takes up to two
 * blanks before its link, and so is a place of the copy as before.
 */
final class ShorterTexts {
    private static final int DEEPEST = 12;
    private static final String BASE64 = "base64";
    private static final String CRLF = "\r\n";
    /** Of base64: it makes four letters of so many bytes. */
    private static final int GROUP = 3;

    private static final Set<String> CLOSED = Set.of("multipart/signed", "multipart/encrypted");

    private final String marker;
    private final String place;

    private ShorterTexts(String marker) {
        this.marker = marker;
        this.place = marker + Outgoing.LEAVE;
    }

    /** The same message when nothing of it gets shorter. */
    static byte[] of(byte[] message, String marker) {
        // The token with the slash before it is whole groups; else it could be no place.
        return marker.isEmpty() || (LeaveToken.LENGTH + 1) % GROUP != 0
                ? message
                : new ShorterTexts(marker)
                        .shorter(Message.parse(message), 0)
                        .map(Message::bytes)
                        .orElse(message);
    }

    private Optional<Message> shorter(Message part, int depth) {
        if (depth > DEEPEST || CLOSED.contains(part.contentType().mimeType())) {
            return Optional.empty();
        }
        if (part.contentType().isMultipart()) {
            return Multipart.read(part).flatMap(it -> parts(it, depth)).map(it -> part.withBody(it.bytes()));
        }
        return part.contentType().isText() && part.transferEncoding().equals(TransferCoding.QUOTED_PRINTABLE)
                ? text(part)
                : Optional.empty();
    }

    private Optional<Multipart> parts(Multipart all, int depth) {
        Multipart changed = all;
        for (int i = 0; i < all.parts().size(); i++) {
            Optional<Message> part = shorter(all.parts().get(i), depth + 1);
            if (part.isPresent()) {
                changed = changed.with(i, part.get());
            }
        }
        return changed == all ? Optional.empty() : Optional.of(changed);
    }

    private Optional<Message> text(Message part) {
        return TransferCoding.decode(part)
                .map(it -> new String(it, StandardCharsets.ISO_8859_1))
                .filter(this::hasLeavePlacesOnly)
                .flatMap(this::encoded)
                .filter(it -> it.length < part.body().length)
                .map(it -> part.with(part.headers().replace(HeaderField.of("Content-Transfer-Encoding", BASE64)))
                        .withBody(it));
    }

    private boolean hasLeavePlacesOnly(String text) {
        return text.contains(place) && !text.replace(place, "").contains(marker);
    }

    /** Empty when a token has no slash before it, or no room for blanks. */
    private Optional<byte[]> encoded(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 4 / 3);
        int from = 0;
        for (int at = text.indexOf(place); at >= 0; at = text.indexOf(place, from)) {
            Optional<String> before = aligned(text.substring(from, at));
            if (before.isEmpty()) {
                return Optional.empty();
            }
            write(before.get() + CRLF, out);
            write(marker + CopyValues.ENCODED_LEAVE + CRLF, out);
            from = at + place.length();
        }
        // What ends the message ends a line.
        write(lines(text.substring(from)) + CRLF, out);
        return Optional.of(out.toByteArray());
    }

    /** What stands before a token's slash, in base64 that the token's can follow. */
    private static Optional<String> aligned(String before) {
        int slash = before.length() - 1;
        if (slash < 0 || before.charAt(slash) != '/') {
            return Optional.empty();
        }
        String text = before.substring(0, slash);
        int missing = (GROUP - text.length() % GROUP) % GROUP;
        int room = room(text);
        return missing == 0
                ? Optional.of(lines(text))
                : Optional.of(room)
                        .filter(it -> it >= 0)
                        .map(it -> lines(text.substring(0, it) + " ".repeat(missing) + text.substring(it)));
    }

    /** Where blanks mean nothing: after a blank or a line's end, else in HTML at the end of a tag; -1: nowhere. */
    private static int room(String text) {
        int blank = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
        return blank >= 0 ? blank + 1 : text.indexOf('>');
    }

    private static String lines(String latin1) {
        return Base64.getMimeEncoder().encodeToString(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void write(String ascii, ByteArrayOutputStream out) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
