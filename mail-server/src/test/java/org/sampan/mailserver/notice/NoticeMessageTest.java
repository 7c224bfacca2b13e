package org.sampan.mailserver.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.mailinglist.BasicSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;

class NoticeMessageTest {
    private static final LetterWriter WRITER = LetterWriterTest.shipped();
    private static final String TOKEN = "abcdefghijklmnopqrstuvwx";

    static Iterable<Notice> englishNotices() {
        return NoticeSamples.all("en");
    }

    /** What was written instead of a golden file is left in target/golden. */
    @ParameterizedTest
    @MethodSource("englishNotices")
    void noticeLooksAsItShould(Notice notice) throws IOException {
        String name = notice.content().kind() + ".eml";
        String written = new String(bytes(notice), StandardCharsets.UTF_8).replace("\r\n", "\n");
        Files.createDirectories(Path.of("target/golden"));
        Files.writeString(Path.of("target/golden", name), written);
        assertThat(Path.of("src/test/resources/notice", name)).hasContent(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "km", "lo", "my", "shn", "th", "vi", "zh"})
    void everyScriptArrivesWhole(String language) throws Exception {
        for (Notice notice : NoticeSamples.all(language)) {
            Letter letter = WRITER.write(notice);
            byte[] bytes = bytes(notice);
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n"))
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(998).doesNotContain("\n", "\r"));
            MimeMessage read = parse(bytes);
            assertThat(read.getSubject()).isEqualTo(letter.subject());
            Multipart alternatives = alternatives(read);
            assertThat(alternatives.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                    .startsWith(letter.text());
            assertThat(alternatives.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                    .startsWith(letter.html());
        }
    }

    @Test
    void attachedMessageKeepsItsBytes() throws Exception {
        Notice held = NoticeSamples.of(
                NoticeSamples.NEWS, "my", ModerationContent.samples().get(0));
        ByteArrayOutputStream attached = new ByteArrayOutputStream();
        ((Multipart) parse(bytes(held)).getContent())
                .getBodyPart(1)
                .getDataHandler()
                .writeTo(attached);
        assertThat(attached.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .isEqualTo(new String(held.attached().orElseThrow(), StandardCharsets.UTF_8) + "\n".repeat(0));
    }

    @Test
    void nothingBreaksOutOfAHeader() throws Exception {
        MailingList named = named("Evil\" <eve@evil.example>, \\ ထွန်း");
        Notice notice = Notice.of(
                named,
                new EmailAddress("สมชาย@ตัวอย่าง.ไทย"),
                "en",
                new ModerationContent.Rejected("Hi\r\nBcc: eve@evil.example\r\n\r\n<script>", "", ""));
        String head = new String(bytes(notice), StandardCharsets.UTF_8).split("\r\n\r\n", 2)[0];
        assertThat(head).contains("\r\nTo: <สมชาย@ตัวอย่าง.ไทย>\r\n").doesNotContainPattern("(?m)^Bcc");
        MimeMessage read = parse(bytes(notice));
        assertThat(read.getFrom()).hasSize(1);
        assertThat(read.getHeader("Bcc")).isNull();
        assertThat(read.getSubject()).isEqualTo("Not sent: Hi Bcc: eve@evil.example <script>");
    }

    @Test
    void answerNamesTheMailItAnswersAndSaysItIsAutomatic() throws Exception {
        Notice answer = LetterWriterTest.joining("en").inReplyTo(Optional.of("<1@riverside.example>"));
        MimeMessage read = parse(bytes(answer));
        assertThat(read.getHeader("In-Reply-To")).containsExactly("<1@riverside.example>");
        assertThat(read.getHeader("References")).containsExactly("<1@riverside.example>");
        assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(parse(bytes(LetterWriterTest.joining("en"))).getHeader("Auto-Submitted"))
                .containsExactly("auto-generated");
    }

    @Test
    void everyNoticeSaysThatNoPersonWroteItAndWantsNoAnswer() throws Exception {
        for (Notice notice : NoticeSamples.all("en")) {
            MimeMessage read = parse(bytes(notice));
            assertThat(read.getHeader("Auto-Submitted")).hasSize(1);
            assertThat(read.getHeader("Auto-Submitted")[0]).startsWith("auto-");
            assertThat(read.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        }
    }

    private static MailingList named(String name) {
        return new MailingList(
                1,
                ListSettings.of(ListAddress.of("members@lists.example")).with(BasicSettings.NAME, name),
                SampleText.NOW);
    }

    private static byte[] bytes(Notice notice) {
        return NoticeMessage.of(notice, WRITER.write(notice), TOKEN, SampleText.NOW);
    }

    private static MimeMessage parse(byte[] bytes) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static Multipart alternatives(MimeMessage message) throws Exception {
        Multipart outer = (Multipart) message.getContent();
        return outer.getContentType().startsWith("multipart/alternative")
                ? outer
                : (Multipart) outer.getBodyPart(0).getContent();
    }
}
