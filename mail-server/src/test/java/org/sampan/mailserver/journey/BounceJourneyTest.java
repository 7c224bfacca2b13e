package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.post.TestPosts;

/** What comes back, and what is for the people behind a list. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BounceJourneyTest {
    private static final String LIST = "returning@lists.example";
    private static final String WRITER = "writer@bounce.example";

    private final RunningServer server;

    BounceJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void someAddressesDoNotWork() {
        server.rest().post("/lists", """
                {"address":"%s","name":"Returning","description":"","visibility":"private","joining":"closed",
                 "posting":"members","subjectTag":"","language":"en"}""".formatted(LIST));
        for (String name : List.of("writer", "gone", "refusing")) {
            server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + name + "@bounce.example\"}");
        }
        server.sink()
                .answerRcpt(
                        it -> it.equals("refusing@bounce.example") ? "550 5.1.1 Nobody of that name" : "250 2.1.5 OK");
        post("returned");
    }

    @Test
    void reportThatComesBackIsBookedToThePerson() {
        String bounceAddress = awaitMail("gone@bounce.example", "returned").sender();
        String report = new String(TestPosts.file("/report/postfix-unknown-user.eml"), StandardCharsets.UTF_8);
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail("", List.of(bounceAddress), report)).startsWith("250");
        }
        JsonNode bounces = awaitBounces("gone@bounce.example");
        assertThat(bounces.get("score").asDouble()).isEqualTo(1.0);
        assertThat(bounces.get("lastReply").asText()).contains("User unknown");
    }

    @Test
    void refusalInTheSessionIsBookedToThePerson() {
        JsonNode bounces = awaitBounces("refusing@bounce.example");
        assertThat(bounces.get("score").asDouble()).isEqualTo(1.0);
        assertThat(bounces.get("lastReply").asText()).contains("550 5.1.1 Nobody of that name");
    }

    @Test
    void bounceAddressesNobodySignedAreIgnored() {
        try (SmtpDialogue smtp = server.smtp()) {
            String report = new String(TestPosts.file("/report/postfix-unknown-user.eml"), StandardCharsets.UTF_8);
            assertThat(smtp.mail("", List.of("returning-bounces+1-1-zzzz@lists.example"), report))
                    .startsWith("250");
        }
        assertThat(bounces(WRITER).get("score").asDouble()).isZero();
    }

    @Test
    void mailForTheOwnersReachesTheOperatorWhereThereAreNone() {
        try (SmtpDialogue smtp = server.smtp()) {
            String question = "From: somebody@bounce.example\nSubject: May I join?\n\nPlease.\n";
            assertThat(smtp.mail("somebody@bounce.example", List.of("returning-owner@lists.example"), question))
                    .startsWith("250");
            assertThat(smtp.mail(
                            "somebody@bounce.example",
                            List.of("postmaster@lists.example"),
                            question.replace("May I join?", "Your server")))
                    .startsWith("250");
        }
        assertThat(awaitMail(RunningServer.OPERATOR, "May I join?").sender()).isEmpty();
        awaitMail(RunningServer.OPERATOR, "Your server");
    }

    @Test
    void whatCannotBeReadReachesTheOperator() {
        String bounceAddress = awaitMail(WRITER, "returned").sender();
        try (SmtpDialogue smtp = server.smtp()) {
            String answer = new String(TestPosts.file("/report/person-answers.eml"), StandardCharsets.UTF_8);
            assertThat(smtp.mail("alice@harbour.example", List.of(bounceAddress), answer))
                    .startsWith("250");
        }
        awaitMail(RunningServer.OPERATOR, "Re: Monday");
        assertThat(bounces(WRITER).get("score").asDouble()).isZero();
    }

    private void post(String subject) {
        try (SmtpDialogue smtp = server.smtp()) {
            String reply = smtp.mail(
                    WRITER, List.of(LIST), "From: " + WRITER + "\nSubject: " + subject + "\n\nIs anybody there?\n");
            assertThat(reply).startsWith("250");
        }
    }

    private JsonNode awaitBounces(String email) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> bounces(email).get("score").asDouble() > 0);
        return bounces(email);
    }

    private JsonNode bounces(String email) {
        return server.rest().get("/people/" + encoded(email)).json().get("bounces");
    }

    private MailSink.Mail awaitMail(String recipient, String subject) {
        return server.sink()
                .awaitMails(
                        1,
                        it -> it.recipients().contains(recipient)
                                && it.header("Subject").equals(subject))
                .get(0);
    }
}
