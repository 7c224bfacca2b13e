package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an anonymous list knows of its authors, what is left of a post that was taken out, and an archive that came along. */
@ExtendWith(ServerExtension.class)
class ArchiveJourneyTest {
    private static final String LIST = "hidden@lists.example";
    private static final String PATH = "/lists/" + encoded(LIST);

    private static final String OLD = """
            From dara@moved.example Mon Nov  2 10:00:00 2015
            From: Dara <dara@moved.example>
            Date: Mon, 2 Nov 2015 10:00:00 +0000
            Message-ID: <boats-1@moved.example>
            Subject: boats

            >From the pier.

            From htun@moved.example Mon Nov  2 11:00:00 2015
            From: Htun <htun@moved.example>
            Date: Mon, 2 Nov 2015 11:00:00 +0000
            Message-ID: <boats-2@moved.example>
            In-Reply-To: <boats-1@moved.example>
            Subject: Re: boats

            Yes.
            """;

    private final RunningServer server;

    ArchiveJourneyTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void anonymousListNamesNobodyInMailNorArchiveAndARemovedPostIsGone() {
        server.rest()
                .post(
                        "/lists",
                        "{\"address\":\"" + LIST + "\",\"name\":\"Hidden\",\"anonymous\":true,\"footer\":false}");
        for (String email : List.of("alice@hidden.example", "htun@hidden.example")) {
            server.rest().post(PATH + "/members", "{\"email\":\"" + email + "\"}");
        }
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail("alice@hidden.example", List.of(LIST), """
                    From: Alice Chan <alice@hidden.example>
                    To: hidden@lists.example
                    Subject: wages
                    Message-ID: <wages@hidden.example>
                    X-Originating-IP: [192.0.2.9]

                    They did not pay us.
                    """)).startsWith("250");
        }
        MailSink.Mail copy =
                server.sink().awaitMailsTo("htun@hidden.example", 1).get(0);
        assertThat(copy.header("From")).isEqualTo("Hidden <hidden@lists.example>");
        assertThat(copy.text()).contains("They did not pay us.").doesNotContain("Alice", "alice@", "192.0.2.9");
        JsonNode post = server.rest().get(PATH + "/posts").json().path("posts").get(0);
        assertThat(post.path("from").asText()).isEqualTo(LIST);
        String page = PATH + "/posts/" + post.path("id").asText();
        assertThat(server.rest().get(page + "/raw").text())
                .contains("They did not pay us.")
                .doesNotContain("Alice", "alice@");
        assertThat(server.rest()
                        .post(page + "/remove", "{\"by\":\"owner\",\"reason\":\"asked\"}")
                        .status())
                .isEqualTo(200);
        assertThat(server.rest().get(page + "/raw").text()).doesNotContain("pay us");
        assertThat(server.rest().get(page + "/thread").json().path("removals")).hasSize(1);
    }

    @Test
    void oldArchiveIsGoneOnWithAndNothingOfItIsMailed() {
        String moved = "/lists/" + encoded("moved@lists.example");
        server.rest().post("/lists", "{\"address\":\"moved@lists.example\",\"name\":\"Moved\"}");
        server.rest().post(moved + "/members", "{\"email\":\"htun@moved.example\"}");
        assertThat(server.rest()
                        .put(moved + "/posts.mbox", "application/mbox", OLD)
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(2);
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail("htun@moved.example", List.of("moved@lists.example"), """
                    From: Htun <htun@moved.example>
                    To: moved@lists.example
                    Subject: Re: boats
                    Message-ID: <boats-3@moved.example>
                    In-Reply-To: <boats-2@moved.example>

                    We moved.
                    """))
                    .startsWith("250");
        }
        List<MailSink.Mail> mails = server.sink().awaitMailsTo("htun@moved.example", 1);
        assertThat(mails.get(0).header("Message-ID")).isEqualTo("<boats-3@moved.example>");
        JsonNode newest = server.rest().get(moved + "/posts").json().at("/posts/0/id");
        assertThat(server.rest()
                        .get(moved + "/posts/" + newest.asText() + "/thread")
                        .json()
                        .path("posts"))
                .hasSize(3);
        String export = server.rest().get(moved + "/posts.mbox").text();
        assertThat(server.rest()
                        .put(moved + "/posts.mbox?check=true", "application/mbox", export)
                        .json()
                        .path("known")
                        .asInt())
                .isEqualTo(3);
    }
}
