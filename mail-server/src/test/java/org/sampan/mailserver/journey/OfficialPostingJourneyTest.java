package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On an official list nobody speaks for the secretariat by From alone: only by signing in, or by a link that was mailed. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialPostingJourneyTest {
    private static final Pattern LINK =
            Pattern.compile("http://localhost:8080/authorship/([a-z2-7]{20}-[0-9a-z]+-[A-Za-z0-9_-]{22})");

    private final RunningServer server;

    OfficialPostingJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void listsOfTheSecretariat() {
        list("official", "kanya@official.example");
        list("bulletin", "dara@official.example");
        list("forged", "malee@official.example");
    }

    @Test
    void postInTheNameOfTheSecretariatGoesOutOnceItsAuthorSaysSo() {
        assertThat(post("official", "From: Kanya <kanya@official.example>", "first"))
                .startsWith("250");
        MailSink.Mail asked = asked("kanya@official.example", 1);
        assertThat(asked.header("Subject")).contains("first");
        assertThat(asked.header("Auto-Submitted")).isNotEmpty();
        String token = token(asked);
        RestClient.Answer shown = server.rest().get("/authorships/" + token);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().get("state").asText()).isEqualTo("waiting");
        assertThat(shown.json().get("text").asText()).contains("We ask for safe boats.");
        assertThat(server.sink().mailsTo("reader@official.example")).isEmpty(); // looking sends nothing
        assertThat(state(server.rest().post("/authorships/" + token, "{}"))).isEqualTo("sent");
        assertThat(server.sink()
                        .awaitMailsTo("reader@official.example", 1)
                        .get(0)
                        .header("Subject"))
                .contains("first");
        assertThat(state(server.rest().post("/authorships/" + token, "{}"))).isEqualTo("decided");
        assertThat(server.sink().mailsTo("reader@official.example")).hasSize(1);
    }

    @Test
    void forgersCannotFloodTheAuthor() {
        for (int i = 0; i < 5; i++) {
            assertThat(post("bulletin", "From: dara@official.example", "flood " + i))
                    .startsWith("250");
        }
        awaitHeld("bulletin", 5);
        assertThat(server.sink().mailsTo("dara@official.example").stream()
                        .filter(it -> LINK.matcher(plain(it)).find()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: stranger@elsewhere.example",
                "From: malee@official.example, stranger@elsewhere.example",
                "From: \"malee@official.example\" <stranger@elsewhere.example>",
                "From: malee@official.example.evil.example"
            })
    void whoMayNotSpeakIsNotAsked(String from) {
        String subject = "nobody " + Math.abs(from.hashCode());
        assertThat(post("forged", from, subject)).startsWith("250");
        awaitHeldSubject("forged", subject);
        assertThat(server.sink().mailsTo("stranger@elsewhere.example")).isEmpty();
        assertThat(server.sink().mailsTo("malee@official.example").stream()
                        .filter(it -> LINK.matcher(plain(it)).find()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k5x2mzq7w3jd4c6hn2ya-bh9c-AAAAAAAAAAAAAAAAAAAAAA", "x", "..%2Fhealth"})
    void linkThatWasNotMadeHereIsNone(String token) {
        assertThat(server.rest().get("/authorships/" + token).status()).isEqualTo(404);
        assertThat(server.rest().post("/authorships/" + token, "{}").status()).isEqualTo(404);
    }

    private void list(String name, String owner) {
        String address = name + "@lists.example";
        server.rest().post("/lists", """
                {"address":"%s","name":"%s","visibility":"public","posting":"secretariat"}""".formatted(address, name));
        server.rest().patch("/lists/" + encoded(address) + "/stewards", """
                {"owners":["%s"],"moderators":["moderator@official.example"]}""".formatted(owner));
        server.rest().post("/lists/" + encoded(address) + "/members", "{\"email\":\"reader@official.example\"}");
    }

    private String post(String list, String from, String subject) {
        try (SmtpDialogue smtp = server.smtp()) {
            return smtp.mail(
                    "kanya@official.example", List.of(list + "@lists.example"), from + """

                    To: %s@lists.example
                    Subject: %s

                    We ask for safe boats.""".formatted(list, subject));
        }
    }

    private MailSink.Mail asked(String author, int count) {
        return server.sink()
                .awaitMails(
                        count,
                        it -> it.recipients().toString().contains(author)
                                && LINK.matcher(plain(it)).find())
                .get(count - 1);
    }

    private void awaitHeldSubject(String list, String subject) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(held(list).findValuesAsText("subject")).contains(subject));
    }

    private void awaitHeld(String list, int count) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(held(list)).hasSize(count));
    }

    private JsonNode held(String list) {
        return server.rest()
                .get("/lists/" + encoded(list + "@lists.example") + "/held")
                .json()
                .get("held");
    }

    private static String token(MailSink.Mail mail) {
        Matcher link = LINK.matcher(plain(mail));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Without the soft line breaks of quoted-printable. */
    private static String plain(MailSink.Mail mail) {
        return mail.text().replace("=\r\n", "").replace("=3D", "=");
    }

    private static String state(RestClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("state").asText();
    }
}
