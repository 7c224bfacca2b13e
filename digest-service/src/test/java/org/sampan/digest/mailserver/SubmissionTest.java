package org.sampan.digest.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {
    private static final String NEWS = "mekong-news@lists.example";

    @TempDir
    private static Path folder;

    private static SubmissionCatcher catcher;

    @BeforeAll
    static void start() {
        catcher = new SubmissionCatcher(folder);
    }

    @AfterAll
    static void stop() {
        catcher.close();
    }

    @BeforeEach
    void forget() {
        catcher.forgetAll();
    }

    @Test
    void messageArrivesUnchangedBehindStarttlsAndAuth() throws Exception {
        MimeMessage message = message("<edition.mekong-weekly.12@lists.example>");
        new Submission(catcher.address()).submit("mekong-news-bounces@lists.example", List.of(NEWS), message);
        assertThat(catcher.caught()).hasSize(1);
        SubmissionCatcher.Caught caught = catcher.caught().get(0);
        assertThat(caught.from()).isEqualTo("mekong-news-bounces@lists.example");
        assertThat(caught.to()).isEqualTo(NEWS);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        message.writeTo(sent);
        assertThat(new String(caught.bytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo(sent.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void nobodyIsToldOfFailuresWhenThereIsNoSender() throws Exception {
        new Submission(catcher.address()).submit("", List.of(NEWS), message("<1@lists.example>"));
        assertThat(catcher.caught().get(0).from()).isEmpty();
    }

    @Test
    void wrongPasswordIsToldWithItsFile(@TempDir Path other) throws Exception {
        Path password = Files.writeString(other.resolve("digest-service.password"), "wrong");
        Submission submission = new Submission(new SubmissionServer(
                "127.0.0.1", catcher.port(), SubmissionCatcher.ACCOUNT, password, catcher.certificate()));
        assertThatThrownBy(() -> submission.submit("", List.of(NEWS), message("<2@lists.example>")))
                .isInstanceOfSatisfying(
                        SubmissionFailed.class,
                        failed -> assertThat(failed.isTemporary()).isFalse())
                .hasMessageContaining("digest-service.password");
        assertThat(catcher.caught()).isEmpty();
    }

    @Test
    void serverWithAnotherCertificateGetsNoPassword(@TempDir Path other) throws Exception {
        try (SubmissionCatcher impostor = new SubmissionCatcher(other)) {
            Submission submission = new Submission(new SubmissionServer(
                    "127.0.0.1",
                    impostor.port(),
                    SubmissionCatcher.ACCOUNT,
                    catcher.passwordFile(),
                    catcher.certificate()));
            assertThatThrownBy(() -> submission.submit("", List.of(NEWS), message("<3@lists.example>")))
                    .isInstanceOf(SubmissionFailed.class)
                    .hasStackTraceContaining("not our mail server's certificate");
            assertThat(impostor.caught()).isEmpty();
        }
    }

    @Test
    void refusalIsFinalAndBusyIsNot() {
        catcher.refuse(554, "5.6.0 Not that");
        assertThatThrownBy(
                        () -> new Submission(catcher.address()).submit("", List.of(NEWS), message("<4@lists.example>")))
                .isInstanceOfSatisfying(
                        SubmissionFailed.class,
                        failed -> assertThat(failed.isTemporary()).isFalse())
                .hasMessageContaining("5.6.0 Not that");
        catcher.refuse(451, "4.3.0 Later");
        assertThatThrownBy(
                        () -> new Submission(catcher.address()).submit("", List.of(NEWS), message("<5@lists.example>")))
                .isInstanceOfSatisfying(
                        SubmissionFailed.class,
                        failed -> assertThat(failed.isTemporary()).isTrue());
    }

    @Test
    void silenceIsTemporary() {
        Submission submission = new Submission(new SubmissionServer(
                "127.0.0.1", 1, SubmissionCatcher.ACCOUNT, catcher.passwordFile(), catcher.certificate()));
        assertThatThrownBy(() -> submission.submit("", List.of(NEWS), message("<6@lists.example>")))
                .isInstanceOfSatisfying(
                        SubmissionFailed.class,
                        failed -> assertThat(failed.isTemporary()).isTrue())
                .hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void addressWithALineBreakAndMessageWithoutIdAreRefused() {
        Submission submission = new Submission(catcher.address());
        assertThatThrownBy(() -> submission.submit("", List.of("a@b.example>\r\nDATA"), message("<7@lists.example>")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> submission.submit("", List.of(), message("<7@lists.example>")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        submission.submit("", List.of(NEWS), new MimeMessage(Session.getInstance(new Properties()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("saveChanges");
    }

    private static MimeMessage message(String id) throws Exception {
        String text = "Message-ID: " + id
                + "\r\nSubject: Edition\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n4LmA4LiX4Liq4LiV4LmM\r\n";
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
