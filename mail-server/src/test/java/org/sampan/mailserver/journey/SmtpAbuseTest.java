package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client that breaks the rules gets: a clear answer, nothing taken, and a server that goes on. */
@ExtendWith(ServerExtension.class)
class SmtpAbuseTest {
    private static final String SMUGGLED = "MAIL FROM:<smuggler@evil.example>\r\nRCPT TO:<postmaster@lists.example>\r\n"
            + "DATA\r\nSubject: smuggled\r\n\r\nsmuggled\r\n.\r\n";

    /** Ends of a message that other servers are known to have taken for one. */
    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\r.\r\n", "\r\r\n.\r\r\n", "\n\r.\n\r"})
    void noSecondMessageIsSmuggledBehindAFalseEnd(String falseEnd, RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            begin(smtp);
            send(smtp, "Subject: one\r\n\r\nhello" + falseEnd + SMUGGLED);
            assertThat(smtp.reply()).startsWith("550 5.6.0 Lines must end in CRLF");
            assertThat(smtp.say("NOOP")).startsWith("250");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\nworld\r\n", "hello\rworld\r\n", "hello\r\r\n", "\n"})
    void bareLineEndsAreRefusedWithAReason(String body, RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            begin(smtp);
            send(smtp, "Subject: one\r\n\r\n" + body + "\r\n.\r\n");
            assertThat(smtp.reply()).startsWith("550 5.6.0");
        }
    }

    @Test
    void commandsBehindStartTlsAreNotTaken(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            smtp.say("EHLO client.example");
            send(smtp, "STARTTLS\r\nMAIL FROM:<eve@evil.example>\r\n");
            assertThat(smtp.reply()).startsWith("503 5.5.1");
            assertThat(smtp.reply()).isEqualTo("closed");
        }
    }

    @Test
    void endlessCommandIsCutOff(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            send(smtp, "NOOP " + "x".repeat(20_000));
            assertThat(smtp.reply()).startsWith("500 5.5.2");
            assertThat(smtp.reply()).isEqualTo("closed");
        }
    }

    @Test
    void longLineOfAMessageIsTakenWhole(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            begin(smtp);
            send(smtp, "Subject: long\r\n\r\n" + "x".repeat(100_000) + "\r\n.\r\n");
            assertThat(smtp.reply()).startsWith("250");
        }
    }

    @Test
    void endlessLineOfAMessageIsCutOffAndNothingTaken(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            begin(smtp);
            send(smtp, "Subject: endless\r\n\r\n" + "x".repeat(1_100_000));
            assertThat(smtp.reply()).startsWith("500 5.5.2");
            assertThat(smtp.reply()).isEqualTo("closed");
        }
    }

    @Test
    void messageBeyondTheLimitIsRefusedWithTheLimit(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            smtp.say("EHLO client.example");
            assertThat(smtp.say("MAIL FROM:<alice@farm.example> SIZE=99999999")).startsWith("552 5.3.4");
            begin(smtp);
            send(smtp, "Subject: large\r\n\r\n");
            String line = "x".repeat(998) + "\r\n";
            for (int sent = 0; sent < 27 * 1024 * 1024; sent += 100_000) {
                send(smtp, line.repeat(100));
            }
            send(smtp, ".\r\n");
            assertThat(smtp.reply()).startsWith("552 5.3.4 The message is larger than 26214400 bytes");
            assertThat(smtp.say("NOOP")).startsWith("250");
        }
    }

    @Test
    void whoOnlySaysNonsenseIsSentAway(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            for (int i = 0; i < 10; i++) {
                assertThat(smtp.say("HULLO")).startsWith("500");
            }
            assertThat(smtp.say("HULLO")).startsWith("521");
            assertThat(smtp.reply()).isEqualTo("closed");
        }
    }

    @Test
    void moreRecipientsThanAThousandWaitForTheNextMessage(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            smtp.say("EHLO client.example");
            smtp.say("MAIL FROM:<alice@farm.example>");
            for (int i = 0; i < 1000; i++) {
                assertThat(smtp.say("RCPT TO:<postmaster@lists.example>")).startsWith("250");
            }
            assertThat(smtp.say("RCPT TO:<postmaster@lists.example>")).startsWith("452");
        }
    }

    @Test
    void oneClientCannotTakeAllConnections(RunningServer server) {
        List<SmtpDialogue> many =
                IntStream.range(0, 50).mapToObj(i -> server.smtp()).toList();
        try {
            assertThat(server.smtp().greeting()).isNotEqualTo("220 lists.example ESMTP Sampan");
        } finally {
            many.forEach(SmtpDialogue::close);
        }
        await().until(() -> {
            try (SmtpDialogue next = server.smtp()) {
                return next.greeting().startsWith("220");
            }
        });
    }

    private static void begin(SmtpDialogue smtp) {
        smtp.say("EHLO client.example");
        assertThat(smtp.say("MAIL FROM:<alice@farm.example>")).startsWith("250");
        assertThat(smtp.say("RCPT TO:<postmaster@lists.example>")).startsWith("250");
        assertThat(smtp.say("DATA")).startsWith("354");
    }

    private static void send(SmtpDialogue smtp, String text) {
        smtp.send(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
