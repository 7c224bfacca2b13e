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

/** Members' addresses die, come to life by a link or an answer, and die for good: over real SMTP, with weeks that go by at once. */
@ExtendWith(TestDatabase.class)
class BouncingMemberJourneyTest {
    private static final String LIST = "members@lists.example";
    private static final String ALICE = "alice@harbour.example";
    private static final String MOE = "moe@riverside.example";
    private static final String WRITER = "writer@harbour.example";
    private static final String WARNED = "ถูกตีกลับ";
    private static final String TRIED = "คุณได้รับอีเมลนี้หรือไม่";
    private static final String SUSPENDED = "หยุดส่งอีเมลชั่วคราว";
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
        for (String email : List.of(ALICE, MOE, WRITER)) {
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
        fourDaysOfBounces(ALICE, MOE);
        assertThat(awaitMail(ALICE, WARNED).sender()).startsWith("members-bounces+");
        bounce(awaitMail(ALICE, TRIED));
        bounce(awaitMail(MOE, TRIED));
        MailSink.Mail suspended = awaitMail(ALICE, SUSPENDED);
        assertThat(state(ALICE)).isEqualTo("suspended");
        moeAnswers(awaitMail(MOE, SUSPENDED));

        assertThat(running.rest().post("/resumptions/" + token(suspended), "{}").status())
                .isEqualTo(200);
        assertThat(state(ALICE)).isEqualTo("active");
        sink.reset();
        daysGoBy(1);
        fourDaysOfBounces(ALICE);
        bounce(awaitMail(ALICE, TRIED));
        awaitMail(ALICE, SUSPENDED);

        daysGoBy(57);
        awaitMail(ALICE, "คุณไม่ได้อยู่ใน");
        assertThat(running.rest().get("/lists/" + LIST + "/members/" + ALICE).status())
                .isEqualTo(404);
    }

    /** A machine's answer says nothing; a person's, whatever it says, and from wherever it comes, takes delivery up again. */
    private void moeAnswers(MailSink.Mail suspended) {
        String answers = suspended.header("Reply-To").replaceAll("[<>]", "");
        assertThat(answers).startsWith("members-bounces+").endsWith("@lists.example");
        try (SmtpDialogue smtp = running.smtp()) {
            String machine = "From: " + MOE + "\nSubject: Away\nAuto-Submitted: auto-replied\n\nI am away.\n";
            assertThat(smtp.mail(MOE, List.of(answers), machine)).startsWith("250");
            assertThat(smtp.mail("", List.of(answers), machine.replace("Auto-Submitted: auto-replied\n", "")))
                    .startsWith("250");
            assertThat(smtp.mail(MOE, List.of(answers.replace("+AAAA", "+BAAA")), machine.replace("Auto", "X")))
                    .startsWith("250");
            running.sink().awaitMailsTo(RunningServer.OPERATOR, 1); // the one from nobody, for a person to look at
            assertThat(state(MOE)).isEqualTo("suspended");
            String person = "From: moe@phone.example\nSubject: Re: it\n\nI am back, thank you\n";
            assertThat(smtp.mail("moe@phone.example", List.of(answers), person)).startsWith("250");
        }
        awaitMail(MOE, "กลับมาส่งอีเมลถึงคุณแล้ว");
        assertThat(state(MOE)).isEqualTo("active");
    }

    private void fourDaysOfBounces(String... whose) throws IOException {
        for (int day = 0; day < 4; day++) {
            String subject = "post " + ++posts;
            try (SmtpDialogue smtp = running.smtp()) {
                assertThat(smtp.mail(
                                WRITER, List.of(LIST), "From: " + WRITER + "\nSubject: " + subject + "\n\nHello\n"))
                        .startsWith("250");
            }
            for (String each : whose) {
                int before = seen(each);
                bounce(awaitMail(each, subject));
                await().atMost(Duration.ofSeconds(30)).until(() -> seen(each) > before);
            }
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

    private MailSink.Mail awaitMail(String reader, String subject) {
        return sink.awaitMails(
                        1, it -> it.recipients().contains(reader) && decoded(it).contains(subject))
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

    private int seen(String email) {
        return running.rest().get("/people/" + email).json().at("/bounces/seen").size();
    }

    private String state(String email) {
        return running.rest()
                .get("/lists/" + LIST + "/members/" + email)
                .json()
                .path("state")
                .asText();
    }
}
