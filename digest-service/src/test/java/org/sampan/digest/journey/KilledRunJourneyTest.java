package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.DigestService;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.mailserver.SubmissionCatcher.Caught;
import tools.jackson.databind.JsonNode;

/**
 * kill -9 at the worst moment: the mail server has taken the edition, and the note of it is not yet written. A lock on
 * the edition's row holds the note back while the real program, in a process of its own, is killed.
 */
class KilledRunJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    @Test
    void runThatWasKilledWhileSendingIsTakenUpUnderTheSameName() throws Exception {
        try (Newsroom newsroom = new Newsroom(folder)) {
            newsroom.addSources(List.of(newsroom.feed(getClass(), "harbour.rss")));
            newsroom.run("/api/sources/collect", "{}");
            newsroom.run("/api/editions/mekong-weekly/runs", "{\"since\":\"2026-11-01\",\"draft\":true}");
            newsroom.service().close();

            killWhileSending(newsroom);
            assertThat(newsroom.mail().caught()).hasSize(1);

            newsroom.restart();
            JsonNode edition = await().atMost(PATIENCE)
                    .until(
                            () -> newsroom.get("/api/editions/mekong-weekly/1"),
                            now -> now.get("state").asString().equals("published"));

            assertThat(edition.get("items").asInt()).isEqualTo(3);
            List<Caught> caught = newsroom.mail().caught();
            assertThat(caught).hasSize(2);
            // The mail server drops the second by its Message-ID; that it is the same mail makes that right.
            assertThat(caught.get(1).bytes()).isEqualTo(caught.get(0).bytes());
            assertThat(caught.get(1).message().getMessageID()).isEqualTo("<edition.mekong-weekly.1@lists.example>");
        }
    }

    private static void killWhileSending(Newsroom newsroom) throws Exception {
        Map<String, String> settings = newsroom.settings();
        try (Connection holder = DriverManager.getConnection(
                settings.get("SAMPAN_DATABASE_URL"), settings.get("SAMPAN_DATABASE_USERNAME"), "")) {
            holder.setAutoCommit(false);
            hold(holder);
            Process program = program(settings);
            try {
                await().atMost(PATIENCE).until(() -> !newsroom.mail().caught().isEmpty());
            } finally {
                program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            endWhatTheKilledOneHadAsked(holder);
            holder.rollback();
        }
    }

    /** PostgreSQL does not notice at once that a client is dead, and would yet write the note. */
    private static void endWhatTheKilledOneHadAsked(Connection holder) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    private static void hold(Connection holder) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            // What the program finds at its start and takes up: a run that an earlier one has promised.
            statement.execute("insert into digest.run (job, request) values ('edition', '{\"series\":\"mekong-weekly\","
                    + "\"number\":1,\"dryRun\":false,\"draft\":false,\"reachSeconds\":604800}')");
            holder.commit();
            statement.execute("create table digest.sent_held (held boolean)");
            statement.execute("""
                    create function digest.hold_sent() returns trigger language plpgsql as $$
                    begin
                        if new.state = 'sent' then perform 1 from digest.sent_held; end if;
                        return new;
                    end $$""");
            statement.execute("create trigger hold_sent before update on digest.edition"
                    + " for each row execute function digest.hold_sent()");
            holder.commit();
            statement.execute("lock table digest.sent_held in access exclusive mode");
        }
    }

    private static Process program(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DigestService.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile());
        builder.environment().putAll(settings);
        return builder.start();
    }
}
