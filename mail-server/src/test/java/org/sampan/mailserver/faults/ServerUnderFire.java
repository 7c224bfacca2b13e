package org.sampan.mailserver.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sampan.mailserver.journey.MailSink;
import org.sampan.mailserver.journey.RestClient;
import org.sampan.mailserver.journey.RunningServer;
import org.sampan.mailserver.journey.ServerProcess;
import org.sampan.mailserver.journey.SmtpDialogue;
import org.sampan.mailserver.settings.Settings;

/** A server in a process of its own that sends to a relay on the loopback address, with one list of many readers. */
final class ServerUnderFire implements AutoCloseable {
    static final String LIST = "many@lists.example";
    static final String AUTHOR = "reader0@domain0.example";

    private final ServerProcess process;
    private final RunningServer server;

    private ServerUnderFire(ServerProcess process, RunningServer server) {
        this.process = process;
        this.server = server;
    }

    /** @param more settings beyond database, data folder and relay */
    static ServerProcess launch(Settings.Database database, Path data, int relayPort, Map<String, String> more)
            throws IOException {
        try (MailSink notUsed = MailSink.start()) {
            Map<String, String> environment = new HashMap<>(ServerProcess.environment(database, data, notUsed));
            environment.put("SAMPAN_RELAY_PORT", Integer.toString(relayPort));
            environment.putAll(more);
            return ServerProcess.launch(environment);
        }
    }

    static ServerUnderFire start(Settings.Database database, Path data, int relayPort, Map<String, String> more)
            throws IOException {
        return of(launch(database, data, relayPort, more), data);
    }

    static ServerUnderFire start(Settings.Database database, Path data, int relayPort) throws IOException {
        return start(database, data, relayPort, Map.of());
    }

    /** Waits until it takes mail. */
    static ServerUnderFire of(ServerProcess process, Path data) throws IOException {
        try (MailSink notUsed = MailSink.start()) {
            return new ServerUnderFire(process, process.awaitStarted(data, notUsed));
        }
    }

    RestClient rest() {
        return server.rest();
    }

    SmtpDialogue smtp() {
        return server.smtp();
    }

    /** What the digest service does: it alone says when a post goes. */
    String submit(String message) {
        String account = "digest-service@lists.example";
        try (SmtpDialogue smtp = server.submission()) {
            smtp.authenticate(account, RunningServer.DIGEST_SERVICE_PASSWORD);
            return smtp.mail(account, List.of(LIST), message);
        }
    }

    List<String> output() {
        return process.output();
    }

    void kill() {
        process.kill();
    }

    /** {@code reader0@domain0.example} and so on, ten a domain. */
    void subscribe(int readers) {
        subscribe(IntStream.range(0, readers)
                .mapToObj(i -> "reader" + i + "@domain" + i / 10 + ".example\n")
                .collect(Collectors.joining("", "email\n", "")));
    }

    /** @param csv as members are imported */
    void subscribe(String csv) {
        assertThat(rest().post("/lists", """
                        {"address":"%s","name":"Many","description":"","visibility":"private","joining":"closed",
                         "posting":"members","subjectTag":"","language":"en"}""".formatted(LIST)).status()).isEqualTo(201);
        RestClient.Answer imported = rest().put("/lists/" + encoded(LIST) + "/members", "text/csv", csv);
        assertThat(imported.json().get("added").asInt())
                .isEqualTo((int) csv.lines().count() - 1);
    }

    /** @return the answer to the last dot, or the first that is no yes */
    String post(String subject) {
        try (SmtpDialogue smtp = smtp()) {
            return smtp.mail(AUTHOR, List.of(LIST), message(subject));
        }
    }

    static String message(String subject) {
        return """
                From: Reader <%s>
                To: %s
                Subject: %s
                Message-ID: <%s@domain0.example>
                Date: Sun, 22 Nov 2026 08:00:00 +0700

                Does it reach everybody?
                """.formatted(AUTHOR, LIST, subject, subject.replace(' ', '-'));
    }

    /** The id of the newest post. */
    String newestPost() {
        return rest().get("/lists/" + encoded(LIST) + "/posts")
                .json()
                .at("/posts/0/id")
                .asText();
    }

    void awaitPost(Duration atMost) {
        await().atMost(atMost).until(() -> !newestPost().isEmpty());
    }

    @Override
    public void close() {
        process.close();
    }
}
