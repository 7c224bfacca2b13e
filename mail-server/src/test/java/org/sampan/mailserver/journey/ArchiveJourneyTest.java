package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an anonymous list knows of its authors, and what is left of a post that was taken out. */
@ExtendWith(ServerExtension.class)
class ArchiveJourneyTest {
    private static final String LIST = "hidden@lists.example";
    private static final String PATH = "/lists/" + encoded(LIST);

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
}
