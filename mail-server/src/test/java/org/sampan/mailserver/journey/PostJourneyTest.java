package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.journey.RestClient.encoded;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A post from the member's mail program to the other members' servers. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostJourneyTest {
    private static final String LIST = "posters@lists.example";
    private static final String POSTS = "/lists/" + encoded(LIST) + "/posts";

    private final RunningServer server;

    PostJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void aliceAndHtunAreMembers() {
        server.rest().post("/lists", """
                {"address":"%s","name":"Posters","description":"","visibility":"private","joining":"closed",
                 "posting":"members","subjectTag":"posters","language":"en"}""".formatted(LIST));
        for (String email : List.of("alice@posters.example", "htun@posters.example")) {
            server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + email + "\"}");
        }
    }

    @Test
    void postOfAMemberReachesTheMembersAndTheArchive() {
        String reply = post("alice@posters.example", "travels", "See you on Monday.\n.\n..two dots");
        assertThat(reply).startsWith("250");
        MailSink.Mail received = awaitMail("travels", "htun@posters.example");
        assertThat(received.header("Subject")).isEqualTo("[posters] travels");
        assertThat(received.header("List-Id")).isEqualTo("Posters <posters.lists.example>");
        assertThat(received.header("List-Unsubscribe")).matches("<http://localhost:8080/leave/[A-Za-z0-9_-]{38}>, .*");
        assertThat(received.sender()).matches("posters-bounces\\+[0-9a-z-]+@lists\\.example");
        assertThat(received.text()).contains("See you on Monday.\r\n.\r\n..two dots\r\n\r\n-- \r\n");
        assertThat(awaitMail("travels", "alice@posters.example").sender()).isNotEqualTo(received.sender());
        RestClient.Answer posts = server.rest().get(POSTS + "?limit=1000");
        assertThat(posts.json().get("posts").findValuesAsText("messageId")).contains("<travels@posters.example>");
    }

    @Test
    void strangerIsRefusedInTheSessionAndHearsNothingElse() {
        String reply = post("stranger@elsewhere.example", "refused", "Let me in.");
        assertThat(reply).startsWith("550 5.7.1 posters@lists.example: ").contains("posters-owner@lists.example");
        assertThat(server.sink().mailsTo("stranger@elsewhere.example")).isEmpty();
    }

    @Test
    void unknownListIsRefusedAtRcpt() {
        try (SmtpDialogue smtp = server.smtp()) {
            smtp.say("EHLO client.example");
            smtp.say("MAIL FROM:<alice@posters.example>");
            assertThat(smtp.say("RCPT TO:<nobody@lists.example>")).startsWith("550 5.1.1");
            assertThat(smtp.say("RCPT TO:<nobody-join@lists.example>")).startsWith("550 5.1.1");
            assertThat(smtp.say("RCPT TO:<" + LIST + ">")).startsWith("250");
        }
    }

    @Test
    void rawEightBitHeadersSurviveTheSpool() {
        try (SmtpDialogue smtp = server.smtp()) {
            String reply = smtp.mail("alice@posters.example", List.of(LIST), """
                    From: อลิซ <alice@posters.example>
                    Subject: =?utf-8?Q?raw?=
                    Message-ID: <raw@posters.example>

                    x""");
            assertThat(reply).startsWith("250");
        }
        assertThat(awaitMail("=?utf-8?Q?raw?=", "htun@posters.example").header("From"))
                .isEqualTo("อลิซ <alice@posters.example>");
    }

    @Test
    void whatTheListDoesNotTakeIsRefusedInTheSession() {
        assertThat(post(
                        "alice@posters.example",
                        "large",
                        "x".repeat(900) + "\n" + ("y".repeat(900) + "\n").repeat(12_000)))
                .startsWith("554 5.3.4 posters@lists.example: Too large");
        assertThat(post("alice@posters.example", "loop\nX-Loop: " + LIST, "x")).startsWith("554 5.4.6 ");
    }

    @Test
    void automaticReplyIsTakenAndDropped() {
        assertThat(post("alice@posters.example", "away\nAuto-Submitted: auto-replied", "Away until Monday."))
                .startsWith("250");
        assertThat(post("alice@posters.example", "here", "Back again.")).startsWith("250");
        awaitMail("here", "htun@posters.example");
        assertThat(server.sink().mailsTo("htun@posters.example"))
                .noneMatch(it -> it.header("Subject").endsWith("away"));
    }

    private String post(String author, String subject, String text) {
        try (SmtpDialogue smtp = server.smtp()) {
            return smtp.mail(author, List.of(LIST), """
                    From: <%s>
                    To: %s
                    Subject: %s
                    Message-ID: <%s@posters.example>
                    Date: Sun, 22 Nov 2026 08:00:00 +0700

                    %s""".formatted(author, LIST, subject, subject, text));
        }
    }

    private MailSink.Mail awaitMail(String subject, String recipient) {
        return server.sink()
                .awaitMails(
                        1,
                        it -> it.recipients().contains(recipient)
                                && it.header("Subject").endsWith(subject))
                .get(0);
    }
}
