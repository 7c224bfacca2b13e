package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A private list whose members prove that they are themselves, over SMTP and with real name servers. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SenderProofJourneyTest {
    private static final String LIST = "proven@lists.example";
    private static final String HERE = "v=spf1 ip4:127.0.0.1 -all";
    private static final String ELSEWHERE = "v=spf1 ip4:192.0.2.1 -all";

    private final RunningServer server;

    SenderProofJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void aliceAndHtunAreMembers() {
        server.rest().post("/lists", """
                {"address":"%s","name":"Proven","visibility":"private","senderProof":"aligned"}""".formatted(LIST));
        for (String email : List.of("alice@proven.example", "htun@forged.example", "dara@ailing.example")) {
            server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + email + "\"}");
        }
        server.names()
                .txt("proven.example", HERE)
                .txt("evil.example", HERE)
                .txt("forged.example", ELSEWHERE)
                .ails("ailing.example");
    }

    @Test
    void provenMemberPostsAndNobodyLearnsFromWhere() {
        String reply = post("alice@proven.example", """
                From: Alice <alice@proven.example>
                X-Originating-IP: 203.0.113.77
                Authentication-Results: lists.example; spf=pass smtp.mailfrom=evil.example
                Date: Sun, 22 Nov 2026 08:00:00 +0630
                Message-ID: <monday@proven.example>""");
        assertThat(reply).startsWith("250");
        MailSink.Mail received = server.sink()
                .awaitMails(
                        1,
                        it -> it.recipients().toString().contains("htun@forged.example")
                                && it.header("Subject").equals("Monday"))
                .get(0);
        assertThat(received.text())
                .doesNotContain("203.0.113.77", "127.0.0.1", "+0630", "Received:", "Authentication-Results");
        assertThat(received.header("Date")).isEqualTo("Sun, 22 Nov 2026 01:30:00 +0000");
        JsonNode posts = server.rest()
                .get("/lists/" + encoded(LIST) + "/posts?limit=100")
                .json()
                .get("posts");
        String id = StreamSupport.stream(posts.spliterator(), false)
                .filter(it -> it.get("subject").asText().equals("Monday"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        assertThat(server.rest()
                        .get("/lists/" + encoded(LIST) + "/posts/" + id + "/raw")
                        .text())
                .doesNotContain("203.0.113.77", "127.0.0.1", "+0630");
    }

    @Test
    void forgedMemberAndStrangerAreAnsweredWordForWordAlike() {
        String forged = post("bounces@evil.example", "From: htun@forged.example");
        assertThat(forged).startsWith("550 5.7.1 proven@lists.example: Only its members may post.");
        assertThat(post("bounces@evil.example", "From: nobody@forged.example")).isEqualTo(forged);
        assertThat(post("eve@evil.example", "From: eve@evil.example")).isEqualTo(forged);
        assertThat(post("htun@forged.example", "From: htun@forged.example")).isEqualTo(forged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: alice@proven.example, eve@evil.example",
                "From: \"alice@proven.example\" <eve@evil.example>",
                "From: =?utf-8?q?Alice_=3Calice=40proven=2Eexample=3E?= <eve@evil.example>",
                "From: eve@evil.example\nFrom: alice@proven.example",
                "Sender: alice@proven.example\nFrom: eve@evil.example",
                "From: Friends: alice@proven.example;",
                "From:\n alice@proven.example",
                "From: alice@proven.example\nAuthentication-Results: lists.example; dmarc=pass header.from=proven.example; spf=pass smtp.mailfrom=proven.example",
                "From: alice@proven.example.evil.example",
                "Reply-To: alice@proven.example"
            })
    void tricksOfSomebodyElseGetTheSameAnswer(String fields) {
        String stranger = post("eve@evil.example", "From: eve@evil.example");
        assertThat(post("eve@evil.example", fields)).isEqualTo(stranger);
    }

    @Test
    void nullSenderDoesNotSpeakForAnybody() {
        assertThat(post("", "From: alice@proven.example")).startsWith("550 5.7.1");
    }

    @Test
    void whereNothingCanBeLookedUpTheSenderComesAgain() {
        String member = post("dara@ailing.example", "From: dara@ailing.example");
        assertThat(member).startsWith("451 4.4.3");
        assertThat(post("nobody@ailing.example", "From: nobody@ailing.example")).isEqualTo(member);
    }

    @Test
    void accountNeedsNoOtherProof() {
        try (SmtpDialogue submission = server.submission()) {
            submission.say("EHLO client.example");
            submission.authenticate("digest-service@lists.example", RunningServer.DIGEST_SERVICE_PASSWORD);
            assertThat(submission.mail("digest-service@lists.example", List.of(LIST), """
                    From: htun@forged.example
                    Subject: Statement
                    Message-ID: <statement@lists.example>

                    Hello."""))
                    .startsWith("250");
        }
    }

    private String post(String sender, String fields) {
        try (SmtpDialogue smtp = server.smtp()) {
            return smtp.mail(sender, List.of(LIST), fields + """

                    To: proven@lists.example
                    Subject: Monday

                    See you on Monday.""");
        }
    }
}
