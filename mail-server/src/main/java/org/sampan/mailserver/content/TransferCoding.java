package org.sampan.mailserver.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;
import org.sampan.mailserver.post.Message;

/** Takes bodies out of their transfer encoding and writes quoted-printable (RFC 2045 section 6). */
public final class TransferCoding {
    public static final String QUOTED_PRINTABLE = "quoted-printable";
    private static final String SOFT_BREAK = "=\r\n";

    private TransferCoding() {}

    /** Empty when the body is not what its header says, so that nothing may be taken for its content. */
    public static Optional<byte[]> decode(Message message) {
        return switch (message.transferEncoding()) {
            case "7bit", "8bit", "binary" -> Optional.of(message.body());
            case QUOTED_PRINTABLE -> Optional.of(decodeQuotedPrintable(message.body()));
            case "base64" -> decodeBase64(message.body());
            default -> Optional.empty();
        };
    }

    /** Whether the bytes of the body are those of its content. */
    public static boolean isPlain(Message message) {
        return switch (message.transferEncoding()) {
            case "7bit", "8bit", "binary" -> true;
            default -> false;
        };
    }

    /**
     * Text with CRLF line ends.
     *
     * @param place written as it is, on a line of its own, so that what comes there makes no line too long; empty: there is none
     */
    public static String encodeQuotedPrintable(byte[] text, String place) {
        String latin1 = new String(text, StandardCharsets.ISO_8859_1);
        if (place.isEmpty()) {
            return encode(latin1);
        }
        StringBuilder encoded = new StringBuilder(latin1.length() * 5 / 4);
        int from = 0;
        for (int at = latin1.indexOf(place); at >= 0; at = latin1.indexOf(place, from)) {
            encoded.append(encode(latin1.substring(from, at)))
                    .append(SOFT_BREAK)
                    .append(place)
                    .append(SOFT_BREAK);
            from = at + place.length();
        }
        return encoded.append(encode(latin1.substring(from))).toString();
    }

    private static String encode(String latin1) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (QuotedPrintableOutputStream out = new QuotedPrintableOutputStream(encoded, false)) {
            out.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] decodeQuotedPrintable(byte[] body) {
        try (QuotedPrintableInputStream in =
                new QuotedPrintableInputStream(new ByteArrayInputStream(body), DecodeMonitor.SILENT)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> decodeBase64(byte[] body) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(body));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
