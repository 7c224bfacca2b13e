package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the digest service sends to a list's digest address reaches those who chose such digests, and nobody else. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestJourneyTest {
    private static final String LIST = "gathered@lists.example";
    private static final String ACCOUNT = "digest-service@lists.example";

    private final RunningServer server;

    DigestJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void readersOfEveryKind() {
        assertThat(server.rest().post("/lists", """
                        {"address":"%s","name":"Gathered","description":"","visibility":"private","joining":"closed",
                         "posting":"members","subjectTag":"","language":"en"}""".formatted(LIST)).status()).isEqualTo(201);
        member("each@gathered.example", "each", "Asia/Yangon");
        member("daily-yangon@gathered.example", "daily", "Asia/Yangon");
        member("daily-hanoi@gathered.example", "daily", "Asia/Ho_Chi_Minh");
        member("daily-nowhere@gathered.example", "daily", "");
        member("weekly@gathered.example", "weekly", "Asia/Yangon");
        member("none@gathered.example", "none", "Asia/Yangon");
    }

    @Test
    void digestReachesReadersOfItsModeInItsZones() {
        assertThat(submit("d1", "mode=daily; zones=Asia/Yangon,-")).startsWith("250");
        List<MailSink.Mail> mails =
                server.sink().awaitMails(2, it -> it.header("Message-ID").equals("<d1@lists.example>"));
        assertThat(mails)
                .flatExtracting(MailSink.Mail::recipients)
                .containsExactlyInAnyOrder("daily-yangon@gathered.example", "daily-nowhere@gathered.example");
        assertThat(mails).allMatch(it -> it.header("X-Sampan-Audience").isEmpty());
        assertThat(mails).allMatch(it -> !it.header("List-Unsubscribe").isEmpty());
    }

    @Test
    void sameDigestAgainIsTakenAndDropped() {
        assertThat(submit("d2", "mode=weekly")).startsWith("250");
        server.sink().awaitMails(1, it -> it.header("Message-ID").equals("<d2@lists.example>"));
        assertThat(submit("d2", "mode=weekly")).startsWith("250");
        assertThat(submit("d3", "mode=weekly")).startsWith("250");
        server.sink().awaitMails(1, it -> it.header("Message-ID").equals("<d3@lists.example>"));
        assertThat(server.sink().mailsTo("weekly@gathered.example"))
                .filteredOn(it -> it.header("Message-ID").equals("<d2@lists.example>"))
                .hasSize(1);
    }

    @Test
    void digestIsNoPostOfTheArchive() {
        assertThat(submit("d4", "mode=weekly")).startsWith("250");
        server.sink().awaitMails(1, it -> it.header("Message-ID").equals("<d4@lists.example>"));
        JsonNode posts =
                server.rest().get("/lists/" + encoded(LIST) + "/posts").json().path("posts");
        assertThat(posts).noneMatch(it -> it.path("messageId").asText().startsWith("<d"));
    }

    @Test
    void digestForNobodyIsRefusedAndSoIsOneFromAStranger() {
        assertThat(submit("d5", "mode=each")).startsWith("554 5.6.0");
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail(
                            "each@gathered.example", List.of("gathered-digest@lists.example"), "Subject: x\n\nx\n"))
                    .startsWith("550 5.7.1");
        }
    }

    /** Were it held, it would come out for everybody who gets each post. */
    @Test
    void digestWaitsOutsideWhileTheListIsStopped() {
        stop(true);
        try {
            assertThat(submit("d6", "mode=weekly")).startsWith("451 4.7.1");
        } finally {
            stop(false);
        }
        assertThat(submit("d6", "mode=weekly")).startsWith("250");
        List<MailSink.Mail> mails =
                server.sink().awaitMails(1, it -> it.header("Message-ID").equals("<d6@lists.example>"));
        assertThat(mails).flatExtracting(MailSink.Mail::recipients).containsExactly("weekly@gathered.example");
    }

    private void stop(boolean stopped) {
        assertThat(server.rest()
                        .patch("/lists/" + encoded(LIST), "{\"emergencyStop\":" + stopped + "}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void audiencesAreCounted() {
        JsonNode audiences = server.rest()
                .get("/lists/" + encoded(LIST) + "/audiences")
                .json()
                .path("audiences");
        assertThat(audiences.toString())
                .isEqualTo("[{\"mode\":\"daily\",\"timezone\":\"\",\"readers\":1},"
                        + "{\"mode\":\"daily\",\"timezone\":\"Asia/Ho_Chi_Minh\",\"readers\":1},"
                        + "{\"mode\":\"daily\",\"timezone\":\"Asia/Yangon\",\"readers\":1},"
                        + "{\"mode\":\"weekly\",\"timezone\":\"Asia/Yangon\",\"readers\":1}]");
    }

    private void member(String email, String mode, String timezone) {
        assertThat(server.rest()
                        .post(
                                "/lists/" + encoded(LIST) + "/members",
                                "{\"email\":\"%s\",\"mode\":\"%s\",\"timezone\":\"%s\"}"
                                        .formatted(email, mode, timezone))
                        .status())
                .isEqualTo(201);
    }

    private String submit(String id, String audience) {
        try (SmtpDialogue smtp = server.submission()) {
            smtp.authenticate(ACCOUNT, RunningServer.DIGEST_SERVICE_PASSWORD);
            return smtp.mail(ACCOUNT, List.of("gathered-digest@lists.example"), """
                    From: Gathered <gathered-request@lists.example>
                    To: gathered@lists.example
                    Subject: Gathered digest
                    Message-ID: <%s@lists.example>
                    X-Sampan-Audience: %s
                    Date: Sun, 22 Nov 2026 08:00:00 +0700

                    In this issue: boats.
                    """.formatted(id, audience));
        }
    }
}
