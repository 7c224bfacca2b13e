package org.sampan.mailserver.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import javax.mail.MessagingException;
import javax.mail.internet.MimeUtility;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.post.EncodedWords;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Headers;

/**
 * A notice as a mail (RFC 5322, 2045): plain text and HTML as alternatives, beside them a whole message where one is attached.
 * Headers are ASCII but for addresses that are not (RFC 6532).
 */
final class NoticeMessage {
    private static final String CRLF = "\r\n";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Notice notice;
    private final Letter letter;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String boundary;

    private NoticeMessage(Notice notice, Letter letter, String token) {
        this.notice = notice;
        this.letter = letter;
        this.boundary = "=_" + token;
    }

    /** @param token at least 20 random letters and digits: makes the Message-ID and the boundaries */
    static byte[] of(Notice notice, Letter letter, String token, Instant now) {
        NoticeMessage message = new NoticeMessage(notice, letter, token);
        message.writeHeaders(token, now);
        message.writeBody();
        return message.bytes.toByteArray();
    }

    private void writeHeaders(String token, Instant now) {
        EmailAddress owner = notice.list().address().at(Role.OWNER);
        address("From", EncodedWords.phrase(notice.list().settings().name()) + " ", owner);
        address("To", "", notice.recipient());
        letter.replyTo().ifPresent(it -> address("Reply-To", "", it));
        field("Subject", EncodedWords.encode(letter.subject()));
        field("Date", DATE.format(now));
        field("Message-ID", "<notice." + token + "@" + messageIdDomain() + ">");
        notice.inReplyTo().ifPresent(it -> {
            field("In-Reply-To", it);
            field("References", it);
        });
        field("Auto-Submitted", notice.inReplyTo().isPresent() ? "auto-replied" : "auto-generated");
        field("X-Auto-Response-Suppress", "All");
        letter.leave().ifPresent(it -> {
            field("List-Unsubscribe", "<" + it + ">");
            field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        });
        field("Content-Language", letter.language());
        field("MIME-Version", "1.0");
    }

    /** A domain in another script cannot stand in a Message-ID. */
    private String messageIdDomain() {
        return java.net.IDN.toASCII(notice.list().address().domain(), java.net.IDN.ALLOW_UNASSIGNED);
    }

    private void writeBody() {
        if (notice.attached().isEmpty()) {
            writeAlternatives();
            return;
        }
        byte[] attached = withCrlf(notice.attached().get());
        String encoding = isAscii(attached) ? "7bit" : "8bit";
        String mixed = boundary + "_m";
        field("Content-Type", "multipart/mixed; boundary=\"" + mixed + "\"");
        field("Content-Transfer-Encoding", encoding);
        line("");
        line("--" + mixed);
        writeAlternatives();
        line("--" + mixed);
        field("Content-Type", "message/rfc822");
        field("Content-Transfer-Encoding", encoding);
        field("Content-Disposition", "attachment; filename=\"message.eml\"");
        line("");
        bytes.writeBytes(attached);
        line("");
        line("--" + mixed + "--");
    }

    private void writeAlternatives() {
        String alternatives = boundary + "_a";
        field("Content-Type", "multipart/alternative; boundary=\"" + alternatives + "\"");
        line("");
        line("--" + alternatives);
        writeText("plain", letter.text());
        line("--" + alternatives);
        writeText("html", letter.html());
        line("--" + alternatives + "--");
    }

    private void writeText(String subtype, String text) {
        byte[] utf8 = text.replace("\n", CRLF).getBytes(StandardCharsets.UTF_8);
        boolean plain = isAscii(utf8) && text.lines().allMatch(it -> it.length() <= 998);
        boolean mostlyAscii = text.chars().filter(it -> it > 0x7f).count() * 6L < text.length();
        field("Content-Type", "text/" + subtype + "; charset=UTF-8");
        field("Content-Transfer-Encoding", plain ? "7bit" : mostlyAscii ? "quoted-printable" : "base64");
        line("");
        bytes.writeBytes(plain ? utf8 : mostlyAscii ? quotedPrintable(utf8) : base64(utf8));
        line("");
    }

    private static byte[] quotedPrintable(byte[] text) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream encoder = MimeUtility.encode(encoded, "quoted-printable")) {
            encoder.write(text);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("text in memory can be encoded", e);
        }
        return encoded.toByteArray();
    }

    private static byte[] base64(byte[] text) {
        return Base64.getMimeEncoder().encode(text);
    }

    private void field(String name, String value) {
        bytes.writeBytes(Headers.none().plus(HeaderField.of(name, value)).bytes());
    }

    /** An {@link EmailAddress} has nothing in it that could end a header. */
    private void address(String name, String phrase, EmailAddress address) {
        line(name + ": " + phrase + "<" + address.written() + ">");
    }

    private void line(String text) {
        bytes.writeBytes((text + CRLF).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] withCrlf(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1)
                .replaceAll("\r?\n", CRLF)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
