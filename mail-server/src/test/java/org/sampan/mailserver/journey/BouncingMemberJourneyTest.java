package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.ServerWithClock;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.TestDatabase;

/** A member's address dies, comes to life by a link, and dies for good: over real SMTP, with weeks that go by at once. */
@ExtendWith(TestDatabase.class)
class BouncingMemberJourneyTest {
    private static final String LIST = "members@lists.example";
    private static final String ALICE = "alice@harbour.example";
    private static final String WRITER = "writer@harbour.example";
    private static final Pattern TOKEN = Pattern.compile("/resume/([A-Za-z0-9_-]{38})");

    private final Settings.Database database;

    @TempDir
    private Path data = Path.of("");

    private MailSink sink;
    private ServerProcess server;
    private RunningServer running;
    private Duration ahead = Duration.ZERO;
    private int posts;

    @SuppressWarnings("NullAway.Init") // the server is started before each test
    BouncingMemberJourneyTest(Settings.Database database) {
        this.database = database;
    }

    @BeforeEach
    void aliceIsOnAList() throws Exception {
        sink = MailSink.start();
        ServerWithClock.setAhead(data, ahead);
        server = ServerProcess.launch(ServerProcess.environment(database, data, sink), ServerWithClock.class);
        running = server.awaitStarted(data, sink);
        running.rest().post("/lists", "{\"address\":\"" + LIST + "\",\"name\":\"Members\"}");
        for (String email : List.of(ALICE, WRITER)) {
            running.rest().post("/lists/" + LIST + "/members", "{\"email\":\"" + email + "\",\"language\":\"th\"}");
        }
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        sink.close();
    }

    @Test
    void memberIsWarnedTriedSuspendedTakenUpAgainAndInTheEndRemoved() throws IOException {
        fourDaysOfBounces();
        assertThat(awaitAlice("ถูกตีกลับ").sender()).startsWith("members-bounces+");
        bounce(awaitAlice("คุณได้รับอีเมลนี้หรือไม่"));
        MailSink.Mail suspended = awaitAlice("หยุดส่งอีเมลชั่วคราว");
        assertThat(state()).isEqualTo("suspended");

        assertThat(running.rest().post("/resumptions/" + token(suspended), "{}").status())
                .isEqualTo(200);
        assertThat(state()).isEqualTo("active");
        sink.reset();
        daysGoBy(1);
        fourDaysOfBounces();
        bounce(awaitAlice("คุณได้รับอีเมลนี้หรือไม่"));
        awaitAlice("หยุดส่งอีเมลชั่วคราว");

        daysGoBy(57);
        awaitAlice("คุณไม่ได้อยู่ใน");
        assertThat(running.rest().get("/lists/" + LIST + "/members/" + ALICE).status())
                .isEqualTo(404);
    }

    private void fourDaysOfBounces() throws IOException {
        for (int day = 0; day < 4; day++) {
            String subject = "post " + ++posts;
            try (SmtpDialogue smtp = running.smtp()) {
                assertThat(smtp.mail(
                                WRITER, List.of(LIST), "From: " + WRITER + "\nSubject: " + subject + "\n\nHello\n"))
                        .startsWith("250");
            }
            int before = seen();
            bounce(sink.awaitMails(
                            1,
                            it -> it.recipients().contains(ALICE)
                                    && it.header("Subject").endsWith(subject))
                    .get(0));
            await().atMost(Duration.ofSeconds(30)).until(() -> seen() > before);
            daysGoBy(1);
        }
    }

    private void daysGoBy(int days) throws IOException {
        ahead = ahead.plusDays(days);
        ServerWithClock.setAhead(data, ahead);
    }

    private void bounce(MailSink.Mail mail) {
        String report = new String(TestPosts.file("/report/postfix-unknown-user.eml"), StandardCharsets.UTF_8);
        try (SmtpDialogue smtp = running.smtp()) {
            assertThat(smtp.mail("", List.of(mail.sender()), report)).startsWith("250");
        }
    }

    private MailSink.Mail awaitAlice(String subject) {
        return sink.awaitMails(
                        1, it -> it.recipients().contains(ALICE) && decoded(it).contains(subject))
                .get(0);
    }

    private static String decoded(MailSink.Mail mail) {
        return org.sampan.mailserver.post.HeaderText.decode(mail.header("Subject"));
    }

    private static String token(MailSink.Mail mail) {
        for (String part : mail.text().split("\r\n\r\n")) {
            String decoded = part.matches("[A-Za-z0-9+/=\\s-]{100,}.*") ? base64(part) : part;
            Matcher token = TOKEN.matcher(decoded);
            if (token.find()) {
                return token.group(1);
            }
        }
        throw new AssertionError("no link in " + mail.text());
    }

    private static String base64(String part) {
        String lines = part.split("\r\n--", 2)[0].replaceAll("\\s", "");
        return new String(java.util.Base64.getDecoder().decode(lines), StandardCharsets.UTF_8);
    }

    private int seen() {
        return running.rest().get("/people/" + ALICE).json().at("/bounces/seen").size();
    }

    private String state() {
        return running.rest()
                .get("/lists/" + LIST + "/members/" + ALICE)
                .json()
                .path("state")
                .asText();
    }
}
