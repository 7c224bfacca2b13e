package org.sampan.digest.send;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimePart;
import java.nio.charset.StandardCharsets;
import org.sampan.digest.edition.TransferEncoding;

/**
 * Text of a mail, in the shorter of quoted-printable and base64: Burmese takes three bytes a letter, and quoted-printable makes nine of
 * them. What is ASCII throughout goes as it is.
 */
final class MailText {
    private MailText() {}

    static void put(MimePart part, String text) throws MessagingException {
        part.setText(text, StandardCharsets.UTF_8.name());
        encode(part, text);
    }

    static void putHtml(MimePart part, String html) throws MessagingException {
        part.setText(html, StandardCharsets.UTF_8.name(), "html");
        encode(part, html);
    }

    private static void encode(MimePart part, String text) throws MessagingException {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            part.setHeader(
                    "Content-Transfer-Encoding", TransferEncoding.of(text).word());
        }
    }
}
