package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account from its making to its end, by REST and at the submission port. */
@ExtendWith(ServerExtension.class)
class AccountsJourneyTest {
    @Test
    void accountMadeByRestLogsInUntilItIsRemoved(RunningServer server) {
        RestClient.Answer made = server.rest().post("/accounts", "{\"address\":\"Desk@lists.example\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("address").asText()).isEqualTo("desk@lists.example");
        String password = made.json().get("password").asText();
        assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){4}");

        assertThat(login(server, "desk@lists.example", password)).startsWith("235");
        assertThat(login(server, "DESK@lists.example", password)).startsWith("235");
        assertThat(login(server, "desk@lists.example", password + "x")).startsWith("535 5.7.8");

        assertThat(server.rest().delete("/accounts/desk%40lists.example").status())
                .isEqualTo(204);
        assertThat(login(server, "desk@lists.example", password)).startsWith("535 5.7.8");
    }

    @Test
    void givenPasswordIsNotSentBack(RunningServer server) {
        JsonNode made = server.rest()
                .post("/accounts", "{\"address\":\"own@lists.example\",\"password\":\"chosen by me, long\"}")
                .json();
        assertThat(made.has("password")).isFalse();
        assertThat(login(server, "own@lists.example", "chosen by me, long")).startsWith("235");
        JsonNode all = server.rest().get("/accounts").json().get("accounts");
        assertThat(all.findValuesAsText("address")).contains("own@lists.example");
        assertThat(all.toString()).doesNotContain("argon2").doesNotContain("password");
    }

    @Test
    void whatIsWrongIsNamed(RunningServer server) {
        RestClient rest = server.rest();
        rest.post("/accounts", "{\"address\":\"twice@lists.example\"}");
        assertProblem(rest.post("/accounts", "{\"address\":\"twice@lists.example\"}"), 409, "");
        assertProblem(rest.post("/accounts", "{\"address\":\"nobody\"}"), 400, "address");
        assertProblem(rest.post("/accounts", "{}"), 400, "address");
        assertProblem(rest.post("/accounts", "{\"address\":\"a@b.example\",\"password\":\"short\"}"), 400, "password");
        assertProblem(rest.post("/accounts", "{\"address\":\"a@b.example\",\"admin\":true}"), 400, "admin");
        assertProblem(rest.post("/accounts", "not JSON"), 400, "");
        assertProblem(rest.delete("/accounts/nobody%40lists.example"), 404, "");
    }

    @Test
    void whoGuessesIsSentAway(RunningServer server) {
        server.rest().post("/accounts", "{\"address\":\"guessed@lists.example\",\"password\":\"hard to guess it\"}");
        for (int i = 0; i < 10; i++) {
            assertThat(login(server, "guessed@lists.example", "guess" + i)).startsWith("535");
        }
        assertThat(login(server, "guessed@lists.example", "hard to guess it")).startsWith("454 4.7.0");
    }

    @Test
    void digestServiceLogsInWithThePasswordOfItsFile(RunningServer server) {
        assertThat(login(server, "digest-service@lists.example", RunningServer.DIGEST_SERVICE_PASSWORD))
                .startsWith("235");
    }

    private static String login(RunningServer server, String user, String password) {
        try (SmtpDialogue submission = server.submission()) {
            return submission.authenticate(user, password);
        }
    }

    private static void assertProblem(RestClient.Answer answer, int status, String field) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("field").asText("")).isEqualTo(field);
    }
}
