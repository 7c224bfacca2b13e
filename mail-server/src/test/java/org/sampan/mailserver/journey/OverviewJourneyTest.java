package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those who look after a list see of it, while it is used. */
@ExtendWith(ServerExtension.class)
class OverviewJourneyTest {
    private static final String LIST = "overview@lists.example";
    private static final String PATH = "/lists/" + encoded(LIST);

    private final RestClient rest;
    private final RunningServer server;

    OverviewJourneyTest(RunningServer server) {
        this.server = server;
        this.rest = server.rest();
    }

    @Test
    void listIsFilledFollowedAndCounted() {
        rest.post("/lists", "{\"address\":\"" + LIST + "\",\"name\":\"Overview\",\"visibility\":\"public\"}");
        String file = "email,name,country\nauthor@overview.example,Author,KH\nreader@overview.example,-Reader,TH\n";
        assertThat(rest.put(PATH + "/members?preview=true", "text/csv", file)
                        .json()
                        .get("added")
                        .asInt())
                .isEqualTo(2);
        assertThat(rest.get(PATH + "/members").json().get("members")).isEmpty();
        rest.put(PATH + "/members", "text/csv", file);
        assertThat(rest.get(PATH + "/members.csv?country=TH").text()).contains("reader@overview.example,'-Reader,,TH");
        assertThat(rest.get(PATH + "/facets").json().at("/countries")).hasSize(2);
        assertThat(rest.get(PATH + "/members/reader@overview.example/record")
                        .json()
                        .at("/consent/how")
                        .asText())
                .isEqualTo("import");
        rest.post(PATH + "/stewards/owners", "{\"email\":\"author@overview.example\"}");
        assertThat(rest.get("/stewards/author@overview.example")
                        .json()
                        .at("/lists/0/list")
                        .asText())
                .isEqualTo(LIST);

        post();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> send().at("/delivery/state").asText().equals("finished"));
        assertThat(send().at("/delivery/sent").asInt()).isEqualTo(2);
        JsonNode today = rest.get(PATH + "/figures?days=1").json().at("/days/0");
        assertThat(today.get("joined").asInt()).isEqualTo(2);
        assertThat(today.get("sent").asInt()).isEqualTo(2);
        assertThat(state().get("lastPostAt").isNull()).isFalse();
        assertThat(rest.get(PATH + "/decisions").json().get("decisions")).isEmpty();
    }

    private void post() {
        try (SmtpDialogue smtp = server.smtp()) {
            String reply = smtp.mail("author@overview.example", List.of(LIST), """
                    From: author@overview.example
                    Subject: See for yourselves
                    Message-ID: <overview@overview.example>

                    All of it.""");
            assertThat(reply).startsWith("250");
        }
    }

    private JsonNode send() {
        return rest.get(PATH + "/sends").json().at("/sends/0");
    }

    private JsonNode state() {
        return StreamSupport.stream(rest.get("/overview").json().get("lists").spliterator(), false)
                .filter(it -> it.get("list").asText().equals(LIST))
                .findFirst()
                .orElseThrow();
    }
}
