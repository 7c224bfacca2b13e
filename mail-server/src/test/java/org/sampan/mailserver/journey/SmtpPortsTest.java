package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the two ports let anybody do. */
@ExtendWith(ServerExtension.class)
class SmtpPortsTest {
    @Test
    void portForServersOffersNoLogin(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.say("EHLO client.example")).contains("STARTTLS").doesNotContain("AUTH");
            assertThat(smtp.authenticate("secretariat@lists.example", "guess")).startsWith("502 5.5.1");
        }
    }

    @Test
    void submissionAsksForTlsBeforeLogin(RunningServer server) {
        try (SmtpDialogue clear = SmtpDialogue.to(server.submissionPort())) {
            assertThat(clear.say("EHLO client.example")).contains("STARTTLS").doesNotContain("AUTH");
            assertThat(clear.authenticate("secretariat@lists.example", "guess")).startsWith("538 5.7.11");
        }
        try (SmtpDialogue encrypted = server.submission()) {
            assertThat(encrypted.say("EHLO client.example")).contains("AUTH LOGIN PLAIN");
        }
    }

    @Test
    void wrongPasswordIsRefused(RunningServer server) {
        try (SmtpDialogue submission = server.submission()) {
            assertThat(submission.authenticate("secretariat@lists.example", "guess"))
                    .startsWith("535");
        }
    }

    @Test
    void strangersCannotRelay(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail("eve@evil.example", List.of("bob@elsewhere.example"), "Subject: hi\n\nhi\n"))
                    .startsWith("550 5.7.1");
        }
        try (SmtpDialogue submission = server.submission()) {
            assertThat(submission.mail("eve@evil.example", List.of("bob@elsewhere.example"), "Subject: hi\n\nhi\n"))
                    .startsWith("530 5.7.1");
        }
    }

    @Test
    void addressesAreNotTold(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            smtp.say("EHLO client.example");
            assertThat(smtp.say("VRFY members@lists.example")).startsWith("502");
            assertThat(smtp.say("EXPN members@lists.example")).startsWith("500");
        }
    }

    @Test
    void healthIsOpenAndTheRestAsksForTheToken(RunningServer server) {
        RestClient stranger = server.rest().with("a token somebody made up");
        assertThat(stranger.get("/health").status()).isEqualTo(200);
        assertThat(stranger.get("/health").json().at("/parts/smtp").asText()).isEqualTo("up");
        for (String path : new String[] {"/metrics", "/healthcheck", "/lists", "/mailQueues", "/nothing"}) {
            RestClient.Answer refused = stranger.get(path);
            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(refused.contentType()).isEqualTo("application/problem+json;charset=utf-8");
        }
    }
}
