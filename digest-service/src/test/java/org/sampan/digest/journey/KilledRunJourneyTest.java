package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
 * kill -9 at the worst moment of every step: an edition is compiled, and the run does not know yet which; one of two
 * languages is rendered; the mail server has taken an edition, and a statement, and the notes of it are not yet written; it
 * is published, and the run does not say so yet. Each of these runs stands there, on a node of its own, since a lock holds
 * back what it has to write; then the process is killed, and a node that lives goes on with all of them.
 */
class KilledRunJourneyTest {
    /** The last first: what stands in its step holds up none of those after it. */
    private static final List<String> STEPS = List.of("publish", "send", "render", "compile");

    private static final String EDITION = "<edition.killed-in-%s.1@lists.example>";
    private static final String STATEMENT = "<statement.1@lists.example>";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    @Test
    void whatWasKilledAtAnyStepIsDoneOnceByAnotherNode() throws Exception {
        try (Newsroom newsroom = new Newsroom(folder);
                Connection holder = connection(newsroom);
                Connection witness = connection(newsroom)) {
            newsroom.addSources(List.of(newsroom.feed(getClass(), "harbour.rss")));
            newsroom.run("/api/sources/collect", "{}");
            keepAStatement(newsroom);
            declareSeries(newsroom);

            List<Long> runs = holdAtEachStep(holder);
            String publishedAt = killAllButOne(newsroom, holder, witness);

            for (int step = 0; step < STEPS.size(); step++) {
                JsonNode run = newsroom.follow(runs.get(step));
                assertThat(run.get("state").asString()).isEqualTo("done");
                assertThat(run.get("result").get("state").asString()).isEqualTo("published");
                assertThat(run.get("result").get("items").asInt()).isEqualTo(3);
                assertThat(newsroom.get("/api/editions/killed-in-" + STEPS.get(step) + "/2")
                                .get("status")
                                .asInt())
                        .isEqualTo(404);
            }
            assertThat(said(newsroom, runs.get(STEPS.indexOf("compile")), "compiled"))
                    .containsExactly("killed-in-compile/1: 3");
            assertThat(said(newsroom, runs.get(STEPS.indexOf("render")), "rendered"))
                    .hasSize(2)
                    .satisfiesExactly(
                            main -> assertThat(main).startsWith("en: "),
                            other -> assertThat(other).startsWith("th: "));
            assertThat(publishedAt(witness)).isEqualTo(publishedAt);
            assertThat(deedsOfMaking(witness)).isEqualTo(STEPS.size());
            assertSentAsOften(newsroom);
        }
    }

    /** The mail server drops the second by its Message-ID; that it is the same mail makes that right. */
    private static void assertSentAsOften(Newsroom newsroom) {
        for (String once : List.of("compile", "render", "publish")) {
            assertThat(named(newsroom, EDITION.formatted(once))).hasSize(1);
        }
        await().atMost(PATIENCE)
                .until(() -> newsroom.get("/api/statements/1")
                        .get("state")
                        .asString()
                        .equals("sent"));
        for (String again : List.of(EDITION.formatted("send"), STATEMENT)) {
            List<Caught> mails = named(newsroom, again);
            assertThat(mails).hasSize(2);
            assertThat(mails.get(1).bytes()).isEqualTo(mails.get(0).bytes());
        }
    }

    private static List<Caught> named(Newsroom newsroom, String messageId) {
        return newsroom.mail().caught().stream()
                .filter(mail -> new String(mail.bytes(), StandardCharsets.UTF_8).contains("Message-ID: " + messageId))
                .toList();
    }

    private static Stream<String> said(Newsroom newsroom, long run, String what) {
        return StreamSupport.stream(
                        newsroom.get("/api/runs/" + run).get("lines").spliterator(), false)
                .filter(line -> line.get("what").asString().equals(what))
                .map(line -> line.get("detail").asString());
    }

    private static Connection connection(Newsroom newsroom) throws SQLException {
        Map<String, String> settings = newsroom.settings();
        return DriverManager.getConnection(
                settings.get("SAMPAN_DATABASE_URL"), settings.get("SAMPAN_DATABASE_USERNAME"), "");
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
    }

    private static void declareSeries(Newsroom newsroom) throws IOException {
        newsroom.service().close();
        newsroom.mail().forgetAll();
        StringBuilder declared = new StringBuilder("series:\n");
        for (String step : STEPS) {
            declared.append(
                    "  - {slug: killed-in-%s, name: Killed in %s, list: mekong-news, language: en, languages: [th]}%n"
                            .formatted(step, step));
        }
        Files.writeString(folder.resolve("config/editions.yaml"), declared);
    }

    /** Runs that an earlier program has promised, as a schedule asks for them; and what they wait for. */
    private static List<Long> holdAtEachStep(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        List<Long> runs = new ArrayList<>();
        try (Statement statement = holder.createStatement()) {
            statement.execute("create table digest.held (held boolean)");
            statement.execute("create function digest.wait_while_held() returns trigger language plpgsql as"
                    + " $$ begin perform 1 from digest.held; return new; end $$");
            hold(statement, "update on digest.run", "new.series = 'killed-in-compile' and old.series is null");
            hold(
                    statement,
                    "insert on digest.edition_rendering",
                    "new.series = 'killed-in-render' and new.language = 'th'");
            hold(statement, "update on digest.edition", "new.series = 'killed-in-send' and new.state = 'sent'");
            hold(
                    statement,
                    "insert on digest.run_line",
                    "new.what = 'published' and new.detail = 'killed-in-publish/1'");
            hold(statement, "update on digest.statement_list", "new.step = 'taken'");
            for (String step : STEPS) {
                runs.add(promise(statement, step));
            }
            holder.commit();
            statement.execute("lock table digest.held in access exclusive mode");
        }
        return runs;
    }

    private static void hold(Statement statement, String change, String when) throws SQLException {
        statement.execute("create trigger held before " + change + " for each row when (" + when
                + ") execute function digest.wait_while_held()");
    }

    private static long promise(Statement statement, String step) throws SQLException {
        return number(
                statement,
                "insert into digest.run (job, request) values ('edition', '{\"series\":\"killed-in-" + step
                        + "\",\"until\":\"2026-11-21T00:00:00Z\",\"dryRun\":false,\"draft\":false,\"reachSeconds\":2678400,"
                        + "\"by\":\"schedule\"}') returning id");
    }

    /** Answers when the edition was published whose run was killed right after. */
    private static String killAllButOne(Newsroom newsroom, Connection holder, Connection witness) throws Exception {
        Process doomed = nodes(newsroom.settings());
        try (Statement statement = witness.createStatement()) {
            try {
                await().atMost(PATIENCE).until(() -> waiting(statement) == STEPS.size() + 1);
                // It finds everything in other hands.
                newsroom.restart();
            } finally {
                doomed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            assertThat(named(newsroom, EDITION.formatted("send"))).hasSize(1);
            assertThat(named(newsroom, STATEMENT)).hasSize(1);
            String publishedAt = publishedAt(witness);
            // PostgreSQL notices by itself that who asked is dead, and writes nothing of it.
            await().atMost(PATIENCE)
                    .until(() ->
                            number(statement, "select count(*) from pg_stat_activity where application_name = 'doomed'")
                                    == 0);
            holder.rollback();
            return publishedAt;
        }
    }

    private static long waiting(Statement statement) throws SQLException {
        return number(
                statement, "select count(*) from pg_locks where relation = 'digest.held'::regclass and not granted");
    }

    private static String publishedAt(Connection witness) throws SQLException {
        try (Statement statement = witness.createStatement();
                ResultSet row = statement.executeQuery(
                        "select published_at from digest.edition where series = 'killed-in-publish'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static long deedsOfMaking(Connection witness) throws SQLException {
        try (Statement statement = witness.createStatement()) {
            return number(statement, "select count(*) from digest.deed where what = 'made'");
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Process nodes(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedNodes.class.getName(),
                        String.valueOf(STEPS.size()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile());
        builder.environment().putAll(settings);
        builder.environment().compute("SAMPAN_DATABASE_URL", (key, url) -> url + "&ApplicationName=doomed");
        return builder.start();
    }
}
