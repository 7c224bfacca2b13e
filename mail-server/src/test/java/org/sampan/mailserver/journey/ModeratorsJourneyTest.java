package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.post.PostId;

/** Two moderators, their links and their answers by mail. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModeratorsJourneyTest {
    private static final String NAME = "moderated";
    private static final String LIST = NAME + "@lists.example";
    private static final String HELD = "/lists/" + encoded(LIST) + "/held";
    private static final String READER = "reader@moderators.example";
    private static final String AUTHOR = "author@moderators.example";
    private static final String KANYA = "kanya@moderators.example";
    private static final String BOUN = "boun@moderators.example";
    private static final Pattern LINK = Pattern.compile("http://localhost:8080/moderate/([0-9a-z]+-[0-9a-z]+)");

    private final RunningServer server;

    ModeratorsJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void anAuthorIsModeratedByTwo() {
        server.rest()
                .post(
                        "/lists",
                        "{\"address\":\"%s\",\"name\":\"Moderated\",\"visibility\":\"private\"}".formatted(LIST));
        server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + READER + "\"}");
        server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + AUTHOR + "\",\"moderated\":true}");
        server.rest()
                .patch(
                        "/lists/" + encoded(LIST) + "/stewards",
                        "{\"moderators\":[\"" + KANYA + "\",\"" + BOUN + "\"]}");
    }

    @Test
    void noticeCarriesThePostAndFourWaysToDecideByLinkAndByMail() throws IOException {
        hold("ways");
        MailSink.Mail notice = notice(KANYA, "ways");
        assertThat(notice.text()).contains("Content-Type: message/rfc822", "News from the author.");
        String token = token(notice);
        assertThat(notice.header("Reply-To")).contains(NAME + "-moderate+" + token + "@lists.example");
        for (String word : List.of("approve", "accept", "reject", "discard")) {
            assertThat(notice.text()).contains("/moderate/" + token + "?decide=" + word);
            assertThat(notice.text()).contains(NAME + "-moderate+" + word + "-" + token + "@lists.example");
        }
        assertThat(token(notice(BOUN, "ways"))).isNotEqualTo(token);
        JsonNode shown = server.rest().get("/moderations/" + token).json();
        assertThat(names(shown)).isEqualTo(names(sample("moderation.json")));
        assertThat(shown.path("moderator").asText()).isEqualTo(KANYA);
        assertThat(shown.path("decided").isNull()).isTrue();
        assertThat(shown.path("reasons")).hasSize(6);
        assertThat(server.rest().get("/moderations/" + token + "/raw").text()).contains("News from the author.");
        assertThat(waitingIds()).contains(shown.path("id").asText());
        JsonNode all =
                server.rest().get("/moderators/" + encoded(KANYA) + "/held").json();
        assertThat(all.findValuesAsText("token")).contains(token);
        assertThat(names(all.path("held").path(0)))
                .isEqualTo(names(sample("held-all.json").path("held").path(0)));
        assertThat(server.rest()
                        .get("/moderators/" + encoded(READER) + "/held")
                        .json()
                        .path("held"))
                .isEmpty();
    }

    @Test
    void secondModeratorIsToldWhatTheFirstDid() {
        hold("twice");
        String kanya = token(notice(KANYA, "twice"));
        String boun = token(notice(BOUN, "twice"));
        RestClient.Answer first = server.rest().post("/moderations/" + kanya, "{\"decision\":\"approve\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("decided").path("decision").asText()).isEqualTo("approved");
        RestClient.Answer second = server.rest().post("/moderations/" + boun, "{\"decision\":\"discard\"}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("detail").asText()).isEqualTo("already approved by " + KANYA);
        answer(boun, "reject\n\nToo late.");
        assertThat(mail(BOUN, "Decided: twice").text()).contains(KANYA + " had decided before you.");
        mail(READER, "twice");
    }

    @Test
    void answerByMailRejectsWithAReasonInTheModeratorsWords() {
        hold("by mail");
        String token = token(notice(BOUN, "by mail"));
        answer(token, "Reject please shorten it.\n\nOn Sunday you wrote:\n> A post waits");
        assertThat(mail(AUTHOR, "Not sent: by mail").text()).contains("> please shorten it.", "News from the author.");
        assertThat(mail(BOUN, "Decided: by mail").text()).contains("The post is not sent.");
    }

    @Test
    void answerWithoutAWordThatDecidesIsAskedAgainAndAMachinesIsIgnored() {
        String id = hold("unclear");
        String token = token(notice(KANYA, "unclear"));
        server.smtp()
                .mail(
                        KANYA,
                        List.of(NAME + "-moderate+" + token + "@lists.example"),
                        "From: " + KANYA + "\nSubject: Away\nAuto-Submitted: auto-replied\n\napprove\n");
        answer(token, "I will look at it tomorrow.");
        assertThat(mail(KANYA, "What did you decide? unclear").text()).contains("approve, accept, reject or discard");
        assertThat(waitingIds()).contains(id);
    }

    @Test
    void rejectionByTemplateIsInTheAuthorsLanguage() {
        hold("template");
        String token = token(notice(KANYA, "template"));
        RestClient.Answer unknown =
                server.rest().post("/moderations/" + token, "{\"decision\":\"reject\",\"because\":\"boring\"}");
        assertThat(unknown.json().path("field").asText()).isEqualTo("because");
        assertThat(server.rest()
                        .post("/moderations/" + token, "{\"decision\":\"reject\",\"because\":\"off-topic\"}")
                        .status())
                .isEqualTo(200);
        assertThat(mail(AUTHOR, "Not sent: template").text()).contains("It does not fit what Moderated is for.");
    }

    @Test
    void acceptedSenderNeedsNoModeratorAnyMore() {
        String newcomer = "newcomer@moderators.example";
        server.rest()
                .post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + newcomer + "\",\"moderated\":true}");
        send(newcomer, "first");
        String token = token(notice(KANYA, "first"));
        RestClient.Answer accepted = server.rest().post("/moderations/" + token, "{\"decision\":\"accept\"}");
        assertThat(accepted.json().path("decided").path("decision").asText()).isEqualTo("accepted");
        mail(READER, "first");
        send(newcomer, "second");
        mail(READER, "second");
    }

    @Test
    void linkOfWhoIsNoModeratorAnyMoreIsWorthNothing() {
        hold("former");
        String token = token(notice(KANYA, "former"));
        assertThat(server.rest().get("/moderations/" + token + "x").status()).isEqualTo(404);
        server.rest().patch("/lists/" + encoded(LIST) + "/stewards", "{\"moderators\":[\"" + BOUN + "\"]}");
        try {
            assertThat(server.rest().get("/moderations/" + token).status()).isEqualTo(404);
            assertThat(server.rest()
                            .post("/moderations/" + token, "{\"decision\":\"approve\"}")
                            .status())
                    .isEqualTo(404);
        } finally {
            server.rest()
                    .patch(
                            "/lists/" + encoded(LIST) + "/stewards",
                            "{\"moderators\":[\"" + KANYA + "\",\"" + BOUN + "\"]}");
        }
    }

    private String hold(String subject) {
        String messageId = send(AUTHOR, subject);
        String id = PostId.of(ListAddress.of(LIST), messageId).text();
        await().atMost(Duration.ofSeconds(30)).until(() -> waitingIds().contains(id));
        return id;
    }

    private String send(String author, String subject) {
        String messageId = "<" + subject.replace(' ', '.') + "@moderators.example>";
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail(author, List.of(LIST), """
                            From: %s
                            Subject: %s
                            Message-ID: %s

                            News from the author.""".formatted(author, subject, messageId)))
                    .startsWith("250");
        }
        return messageId;
    }

    private void answer(String token, String text) {
        try (SmtpDialogue smtp = server.smtp()) {
            String to = NAME + "-moderate+" + token + "@lists.example";
            assertThat(smtp.mail(KANYA, List.of(to), "From: " + KANYA + "\nSubject: Re: To decide\n\n" + text + "\n"))
                    .startsWith("250");
        }
    }

    private MailSink.Mail notice(String moderator, String subject) {
        return mail(moderator, "To decide: " + subject);
    }

    private MailSink.Mail mail(String recipient, String subject) {
        return server.sink()
                .awaitMails(
                        1,
                        it -> it.recipients().contains(recipient)
                                && it.header("Subject").equals(subject))
                .get(0);
    }

    private static String token(MailSink.Mail notice) {
        Matcher link = LINK.matcher(notice.text());
        assertThat(link.find()).as(notice.text()).isTrue();
        return link.group(1);
    }

    private List<String> waitingIds() {
        return server.rest().get(HELD).json().findValuesAsText("id");
    }

    private static JsonNode sample(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("..", "config", "contract", name).toFile());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
