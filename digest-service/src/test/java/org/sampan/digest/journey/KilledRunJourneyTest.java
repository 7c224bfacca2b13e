package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.DigestService;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.SubmissionCatcher.Caught;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Text;
import tools.jackson.databind.JsonNode;

/**
 * kill -9 at the worst moment: the mail server has taken an edition and a statement, and the notes of it are not yet written.
 * A lock holds the notes back while the real program, in a process of its own, is killed.
 */
class KilledRunJourneyTest {
    private static final String EDITION = "<edition.mekong-weekly.1@lists.example>";
    private static final String STATEMENT = "<statement.1@lists.example>";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    @Test
    void runThatWasKilledWhileSendingIsTakenUpUnderTheSameName() throws Exception {
        try (Newsroom newsroom = new Newsroom(folder)) {
            newsroom.addSources(List.of(newsroom.feed(getClass(), "harbour.rss")));
            newsroom.run("/api/sources/collect", "{}");
            newsroom.run("/api/editions/mekong-weekly/runs", "{\"since\":\"2026-11-01\",\"draft\":true}");
            keepAStatement(newsroom);
            newsroom.service().close();

            killWhileSending(newsroom);
            assertThat(named(newsroom, EDITION)).hasSize(1);
            assertThat(named(newsroom, STATEMENT)).hasSize(1);

            newsroom.restart();
            JsonNode edition = await().atMost(PATIENCE)
                    .until(
                            () -> newsroom.get("/api/editions/mekong-weekly/1"),
                            now -> now.get("state").asString().equals("published"));

            assertThat(edition.get("items").asInt()).isEqualTo(3);
            await().atMost(PATIENCE)
                    .until(() -> newsroom.get("/api/statements/1")
                            .get("state")
                            .asString()
                            .equals("sent"));
            assertSentTwiceTheSame(named(newsroom, EDITION));
            assertSentTwiceTheSame(named(newsroom, STATEMENT));
        }
    }

    /** The mail server drops the second by its Message-ID; that it is the same mail makes that right. */
    private static void assertSentTwiceTheSame(List<Caught> mails) {
        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).bytes()).isEqualTo(mails.get(0).bytes());
    }

    private static List<Caught> named(Newsroom newsroom, String messageId) {
        return newsroom.mail().caught().stream()
                .filter(mail -> new String(mail.bytes(), StandardCharsets.UTF_8).contains("Message-ID: " + messageId))
                .toList();
    }

    /** Released, and waiting for a mail server that is busy. */
    private static void keepAStatement(Newsroom newsroom) {
        newsroom.mail().refuse(451, "4.3.0 Try again later");
        Content content = Content.blank(Locale.ENGLISH)
                .with(Text.blank(Locale.ENGLISH).saying("On the kilns", new Markdown("An end to fees."), ""))
                .withDestinations(List.of(Destination.whole(new ListAddress("mekong-news@lists.example"))));
        StatementId id = newsroom.service()
                .bean(EditStatement.class)
                .begin(content, Optional.empty(), Actor.OPERATOR)
                .id();
        newsroom.service().bean(DecideStatement.class).release(id, Actor.OPERATOR);
        newsroom.mail().forgetAll();
    }

    private static void killWhileSending(Newsroom newsroom) throws Exception {
        Map<String, String> settings = newsroom.settings();
        try (Connection holder = DriverManager.getConnection(
                settings.get("SAMPAN_DATABASE_URL"), settings.get("SAMPAN_DATABASE_USERNAME"), "")) {
            holder.setAutoCommit(false);
            hold(holder);
            Process program = program(settings);
            try {
                await().atMost(PATIENCE)
                        .until(() -> !named(newsroom, EDITION).isEmpty()
                                && !named(newsroom, STATEMENT).isEmpty());
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
            statement.execute("""
                    create function digest.hold_taken() returns trigger language plpgsql as $$
                    begin
                        if new.step = 'taken' then perform 1 from digest.sent_held; end if;
                        return new;
                    end $$""");
            statement.execute("create trigger hold_taken before update on digest.statement_list"
                    + " for each row execute function digest.hold_taken()");
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
