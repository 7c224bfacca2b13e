package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.post.PostId;

/** A post that waits for a moderator. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModerationJourneyTest {
    private static final String LIST = "held-news@lists.example";
    private static final String HELD = "/lists/" + encoded(LIST) + "/held";
    private static final String READER = "reader@moderation.example";
    private static final String AUTHOR = "somebody@moderation.example";

    private final RunningServer server;

    ModerationJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void onlyTheSecretariatPosts() {
        server.rest().post("/lists", """
                {"address":"%s","name":"Held news","description":"","visibility":"public","joining":"open",
                 "posting":"secretariat","subjectTag":"","language":"en"}""".formatted(LIST));
        server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + READER + "\"}");
    }

    @Test
    void heldPostReachesSubscribersOnceApproved() {
        String id = hold("approved");
        assertThat(decide(id, "approve", "").text()).isEqualTo("{\"id\":\"" + id + "\",\"decision\":\"approved\"}");
        MailSink.Mail mail = awaitMail("approved");
        assertThat(mail.text()).contains("News from somebody.");
        RestClient.Answer again = decide(id, "discard", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("detail").asText()).isEqualTo("already approved by the operator");
        assertThat(waiting().findValuesAsText("id")).doesNotContain(id);
    }

    @Test
    void rejectedAndDiscardedPostsReachNobody() {
        String rejected = hold("rejected");
        String discarded = hold("discarded");
        String asked = "{\"reason\":\"Please send this to the secretariat first.\",\"by\":\"Kanya\"}";
        assertThat(decide(rejected, "reject", asked).json().get("decision").asText())
                .isEqualTo("rejected");
        assertThat(decide(discarded, "discard", "").json().get("decision").asText())
                .isEqualTo("discarded");
        assertThat(decide(rejected, "approve", "").json().get("detail").asText())
                .isEqualTo("already rejected by Kanya");
        assertThat(decide(hold("last"), "approve", "").status()).isEqualTo(200);
        awaitMail("last");
        assertThat(decisions())
                .contains(
                        "approved by the operator: ",
                        "rejected by Kanya: Please send this to the secretariat first.",
                        "discarded by the operator: ");
        assertThat(server.sink().mailsTo(READER))
                .noneMatch(it -> it.header("Subject").matches("rejected|discarded"));
        assertThat(server.sink().mailsTo(AUTHOR)).isEmpty();
    }

    private List<String> decisions() {
        JsonNode page =
                server.rest().get("/lists/" + encoded(LIST) + "/decisions").json();
        assertThat(page.path("decisions").get(0).fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> sample("decisions").fieldNames());
        return StreamSupport.stream(page.path("decisions").spliterator(), false)
                .map(it -> it.path("decision").asText() + " by " + it.path("by").asText() + ": "
                        + it.path("words").asText())
                .toList();
    }

    @Test
    void heldPostIsShownAsItCame() {
        String id = hold("shown");
        JsonNode held = StreamSupport.stream(waiting().get("held").spliterator(), false)
                .filter(each -> each.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(held.fieldNames()).toIterable().containsExactlyElementsOf(sampleFields());
        assertThat(held.get("list").asText()).isEqualTo(LIST);
        assertThat(held.get("from").asText()).isEqualTo(AUTHOR);
        assertThat(held.get("subject").asText()).isEqualTo("shown");
        assertThat(held.get("reason").asText()).isEqualTo("Only the secretariat posts to this list.");
        RestClient.Answer raw = server.rest().get(HELD + "/" + id + "/raw");
        assertThat(raw.contentType()).isEqualTo("message/rfc822");
        assertThat(raw.text()).contains("Received: from").endsWith("News from somebody.\r\n");
    }

    @Test
    void unknownPostsAndFieldsAreNamed() {
        assertThat(decide("aaaaaaaaaaaaaaaaaaaa", "approve", "").status()).isEqualTo(404);
        assertThat(decide("no-id", "approve", "").status()).isEqualTo(404);
        RestClient.Answer unknown = decide(hold("unknown"), "reject", "{\"why\":\"x\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("field").asText()).isEqualTo("why");
    }

    private static Iterable<String> sampleFields() {
        return () -> sample("held").fieldNames();
    }

    /** The first of the things a sample shows. */
    private static JsonNode sample(String things) {
        Path sample = Path.of("..", "config", "contract", things + ".json");
        try {
            return new ObjectMapper().readTree(sample.toFile()).get(things).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hold(String subject) {
        String messageId = "<" + subject + "@moderation.example>";
        try (SmtpDialogue smtp = server.smtp()) {
            String reply = smtp.mail(AUTHOR, List.of(LIST), """
                    From: %s
                    Subject: %s
                    Message-ID: %s

                    News from somebody.""".formatted(AUTHOR, subject, messageId));
            assertThat(reply).startsWith("250");
        }
        String id = PostId.of(ListAddress.of(LIST), messageId).text();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> waiting().findValuesAsText("id").contains(id));
        return id;
    }

    private JsonNode waiting() {
        return server.rest().get(HELD).json();
    }

    private RestClient.Answer decide(String id, String decision, String json) {
        return server.rest().post(HELD + "/" + id + "/" + decision, json);
    }

    private MailSink.Mail awaitMail(String subject) {
        return server.sink()
                .awaitMails(
                        1,
                        it -> it.recipients().contains(READER)
                                && it.header("Subject").equals(subject))
                .get(0);
    }
}
