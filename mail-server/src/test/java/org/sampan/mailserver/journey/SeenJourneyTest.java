package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of a send. */
@ExtendWith(ServerExtension.class)
class SeenJourneyTest {
    private static final String LIST = "seen@lists.example";
    private static final Pattern NAME = Pattern.compile("`(sampan_[a-z_]+)");

    private final RunningServer server;

    SeenJourneyTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void everyFigureOfTheReadmeIsInTheMetricsAfterASend() throws Exception {
        server.rest().post("/lists", "{\"address\":\"" + LIST + "\",\"name\":\"Seen\",\"visibility\":\"private\"}");
        server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"alice@seen.example\"}");
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail(
                            "alice@seen.example",
                            List.of(LIST),
                            "From: alice@seen.example\nSubject: figures\nMessage-ID: <figures@seen.example>\n\nx\n"))
                    .startsWith("250");
        }
        server.sink().awaitMails(1, it -> it.recipients().contains("alice@seen.example"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(metrics())
                        .containsPattern(
                                "sampan_copies_total\\{outcome=\"sent\",domain=\"[a-z.]+\",reason=\"\",?} [1-9]"));
        String metrics = metrics();
        Matcher named = NAME.matcher(Files.readString(Path.of("README.md")));
        int names = 0;
        for (; named.find(); names++) {
            assertThat(metrics).contains("\n" + named.group(1));
        }
        assertThat(names).isGreaterThanOrEqualTo(9);
        assertThat(metrics).contains("# TYPE sampan_spool_mails gauge", "sampan_kept_error_mails 0.0");
    }

    @Test
    void spoolIsAPartOfHealth() {
        RestClient.Answer health = server.rest().get("/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("parts").path("spool").asText()).isEqualTo("up");
    }

    private String metrics() {
        RestClient.Answer metrics = server.rest().get("/metrics");
        assertThat(metrics.contentType()).startsWith("text/plain");
        return metrics.text();
    }
}
