package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.RestUnderTest;

/** Mail for the newsroom's desk: who may send it, and that it waits until it is taken. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxJourneyTest {
    private static final String LIST = "desk@lists.example";
    private static final String MEMBER = "malee@desk.example";
    private static final String CLIPPINGS = "clippings@lists.example";
    private static final String ACCOUNT = "digest-service@lists.example";
    private static final String STATEMENTS = "statements@lists.example";

    private final RunningServer server;

    MailboxJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void listWithAMember() {
        server.rest().post("/lists", "{\"address\":\"" + LIST + "\"}");
        server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + MEMBER + "\"}");
    }

    @Test
    void memberPassesAnArticleOnAndItWaitsUntilItIsTaken() {
        assertThat(send(MEMBER, CLIPPINGS, "Deckhands get their papers back")).startsWith("250");
        assertThat(send(MEMBER, CLIPPINGS, "Deckhands get their papers back")).startsWith("250");
        JsonNode message = awaitMessage("clippings", "Deckhands get their papers back");
        assertThat(message.get("from").asText()).isEqualTo(MEMBER);
        assertThat(message.get("account").isNull()).isTrue();
        assertThat(message.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() ->
                        RestUnderTest.contract("mailbox.json").at("/messages/0").fieldNames());

        String path = "/mailboxes/clippings/messages/" + message.get("id").asLong();
        assertThat(server.rest().get(path + "/raw").text()).contains("The text of the article.");
        assertThat(server.rest().delete(path).status()).isEqualTo(204);
        assertThat(server.rest().delete(path).status()).isEqualTo(404);
        assertThat(server.rest().get(path + "/raw").status()).isEqualTo(404);
    }

    @Test
    void strangersAndTheNullSenderAreRefusedInTheSession() {
        assertThat(send("stranger@elsewhere.example", CLIPPINGS, "Buy")).startsWith("550 5.7.1");
        assertThat(send("", CLIPPINGS, "Buy")).startsWith("550 5.7.1");
        assertThat(server.rest().get("/mailboxes/gossip/messages").status()).isEqualTo(404);
    }

    @Test
    void statementsAreTakenFromAccountsOnly() {
        assertThat(send(MEMBER, STATEMENTS, "We state")).startsWith("550 5.7.1");
        try (SmtpDialogue submission = server.submission()) {
            assertThat(submission.authenticate(ACCOUNT, RunningServer.DIGEST_SERVICE_PASSWORD))
                    .startsWith("235");
            assertThat(submission.mail(ACCOUNT, List.of(STATEMENTS), mail(ACCOUNT, STATEMENTS, "We state it")))
                    .startsWith("250");
        }
        assertThat(awaitMessage("statements", "We state it").get("account").asText())
                .isEqualTo(ACCOUNT);
    }

    private String send(String sender, String recipient, String subject) {
        try (SmtpDialogue smtp = server.smtp()) {
            return smtp.mail(sender, List.of(recipient), mail(sender, recipient, subject));
        }
    }

    private JsonNode awaitMessage(String mailbox, String subject) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> find(mailbox, subject), it -> !it.isMissingNode());
    }

    private JsonNode find(String mailbox, String subject) {
        JsonNode found =
                server.rest().get("/mailboxes/" + mailbox + "/messages").json().path("none");
        for (JsonNode message :
                server.rest().get("/mailboxes/" + mailbox + "/messages").json().path("messages")) {
            if (message.get("subject").asText().equals(subject)) {
                found = message;
            }
        }
        return found;
    }

    private static String mail(String from, String to, String subject) {
        return "From: <" + from + ">\nTo: " + to + "\nSubject: " + subject + "\nMessage-ID: <" + subject.hashCode()
                + "@desk.example>\nDate: Sun, 22 Nov 2026 09:00:00 +0700\n\nThe text of the article.\n";
    }
}
