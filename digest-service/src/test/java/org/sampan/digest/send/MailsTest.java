package org.sampan.digest.send;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.GoldenFile;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.statement.Attachment;

class MailsTest {
    private static final Envelope ENVELOPE = new Envelope(
            "<edition.mekong-weekly.12@lists.example>",
            new ListAddress("mekong-news@lists.example"),
            "Mekong news",
            Instant.parse("2026-11-22T01:00:00Z"));
    private static final Version ENGLISH = new Version(
            Locale.ENGLISH,
            "Mekong weekly 12 – 22 November 2026",
            "<p>Ferry workers win a day of rest</p>\n",
            "Ferry workers win a day of rest\n",
            "This message is in several languages.");
    private static final Version THAI = new Version(
            Locale.forLanguageTag("th"),
            "Mekong weekly 12 – 22 พฤศจิกายน 2569",
            "<p>คนงานเรือข้ามฟากได้วันหยุด</p>\n",
            "คนงานเรือข้ามฟากได้วันหยุด\n",
            "ข้อความนี้มีหลายภาษา");

    private static String wire(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void mailInOneLanguageHasHtmlAndTextSideBySide() throws Exception {
        GoldenFile.of(getClass(), "edition.eml")
                .assertSame(wire(Mails.compose(ENVELOPE, List.of(ENGLISH), Extras.NONE)));
    }

    @Test
    void mailInSeveralLanguagesIsMultipartMultilingual() throws Exception {
        MimeMessage message = Mails.compose(ENVELOPE, List.of(ENGLISH, THAI), Extras.NONE);

        GoldenFile.ofContract("edition-multilingual.eml").assertSame(wire(message));
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/multilingual");
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(2).getHeader("Content-Language")).containsExactly("th");
        assertThat(((MimeMessage) parts.getBodyPart(2).getContent()).getMessageID())
                .isNull();
    }

    @Test
    void sameMailIsTheSameBytes() throws Exception {
        assertThat(wire(Mails.compose(ENVELOPE, List.of(ENGLISH, THAI), Extras.NONE)))
                .isEqualTo(wire(Mails.compose(ENVELOPE, List.of(ENGLISH, THAI), Extras.NONE)));
    }

    /** Burmese and Thai take three bytes a letter; quoted-printable would make nine of them. */
    @Test
    void eachTextGoesInTheShorterEncoding() throws Exception {
        String english = "Ferry workers win a day of rest – at last.\n".repeat(40);
        String thai = "คนงานเรือข้ามฟากได้วันหยุด\n".repeat(40);
        Version mostlyAscii = new Version(Locale.ENGLISH, "s", "<p>" + english + "</p>", english, "");
        Version foreign = new Version(Locale.forLanguageTag("th"), "s", "<p>" + thai + "</p>", thai, "");

        assertThat(wire(Mails.compose(ENVELOPE, List.of(mostlyAscii), Extras.NONE)))
                .contains("Content-Transfer-Encoding: quoted-printable", "Ferry workers win a day of rest =E2=80=93")
                .doesNotContain("base64");
        String encoded = wire(Mails.compose(ENVELOPE, List.of(foreign), Extras.NONE));
        assertThat(encoded).contains("Content-Transfer-Encoding: base64").doesNotContain("quoted-printable");
        assertThat(encoded.length()).isLessThan(2 * thai.getBytes(StandardCharsets.UTF_8).length * 3 / 2);
        MimeMultipart parts = (MimeMultipart)
                Mails.compose(ENVELOPE, List.of(foreign), Extras.NONE).getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(thai);
    }

    @Test
    void attachmentKeepsItsNameInAnyScript() throws Exception {
        Attachment file = Attachment.of("แถลงการณ์.pdf", "application/pdf", new byte[] {1, 2, 3});

        MimeMessage message = Mails.compose(ENVELOPE, List.of(ENGLISH), Extras.files(List.of(file)));

        String wire = wire(message);
        assertThat(message.getContentType()).startsWith("multipart/mixed");
        assertThat(wire.chars().allMatch(letter -> letter < 128)).isTrue();
        assertThat(wire).contains("filename*").contains("Content-Type: application/pdf");
    }
}
