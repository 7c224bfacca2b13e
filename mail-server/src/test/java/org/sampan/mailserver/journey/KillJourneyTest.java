package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.TestDatabase;

/** The server dies in the middle of a post to many, and comes back. */
@Tag("faults")
@ExtendWith(TestDatabase.class)
class KillJourneyTest {
    private static final int READERS = 2_000;
    private static final String LIST = "many@lists.example";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What was on the wire when it died: every connection's mails, and outcomes not yet written. */
    private static final int FEW = 100;

    @TempDir
    private Path data;

    @Test
    void killedInMidFanOutLosesNobodyAndDoublesFew(Settings.Database database) throws IOException {
        try (MailSink sink = MailSink.start()) {
            Map<String, String> environment = ServerProcess.environment(database, data, sink);
            sink.pauseBeforeEachReply(Duration.ofMillis(5));
            try (ServerProcess first = ServerProcess.launch(environment)) {
                RunningServer server = first.awaitStarted(data, sink);
                subscribeReaders(server);
                assertThat(post(server)).startsWith("250");
                await().atMost(PATIENCE).until(() -> sink.mails().size() > READERS / 4);
                first.kill();
            }
            int before = sink.mails().size();
            assertThat(before).as("killed in the middle").isLessThan(READERS);
            sink.pauseBeforeEachReply(Duration.ZERO);
            try (ServerProcess second = ServerProcess.launch(environment)) {
                RunningServer server = second.awaitStarted(data, sink);
                await().atMost(PATIENCE).until(() -> reached(sink).size() == READERS);
                await().atMost(PATIENCE).until(() -> sent(server) == READERS);
            }
            assertThat(reached(sink)).hasSize(READERS);
            assertThat(sink.mails().size() - READERS).as("doubled").isLessThan(FEW);
        }
    }

    private static void subscribeReaders(RunningServer server) {
        server.rest().post("/lists", """
                {"address":"%s","name":"Many","description":"","visibility":"private","joining":"closed",
                 "posting":"members","subjectTag":"","language":"en"}""".formatted(LIST));
        String csv = IntStream.range(0, READERS)
                .mapToObj(i -> "reader" + i + "@house" + i % 50 + ".example\n")
                .collect(Collectors.joining("", "email\n", ""));
        RestClient.Answer imported = server.rest().put("/lists/" + encoded(LIST) + "/members", "text/csv", csv);
        assertThat(imported.json().get("added").asInt()).isEqualTo(READERS);
    }

    private static String post(RunningServer server) {
        try (SmtpDialogue smtp = server.smtp()) {
            return smtp.mail("reader0@house0.example", List.of(LIST), """
                    From: Reader <reader0@house0.example>
                    To: many@lists.example
                    Subject: To everybody
                    Message-ID: <everybody@house0.example>
                    Date: Sun, 22 Nov 2026 08:00:00 +0700

                    Does it reach everybody?
                    """);
        }
    }

    private static Set<String> reached(MailSink sink) {
        return sink.mails().stream().flatMap(mail -> mail.recipients().stream()).collect(Collectors.toSet());
    }

    private static int sent(RunningServer server) {
        String posts = "/lists/" + encoded(LIST) + "/posts";
        String id = server.rest().get(posts).json().at("/posts/0/id").asText();
        return server.rest()
                .get(posts + "/" + id + "/delivery")
                .json()
                .path("sent")
                .asInt();
    }
}
