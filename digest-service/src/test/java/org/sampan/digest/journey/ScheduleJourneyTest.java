package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.production.NoteDispatch;

/**
 * Six series that appear once a year, all due now or missed, and two nodes that both could make them. In Kiritimati it is
 * always a later day than at twelve hours west of Greenwich, so a holiday there is none here.
 */
class ScheduleJourneyTest {
    private static final ZoneId EAST = ZoneId.of("Pacific/Kiritimati");
    private static final ZoneId WEST = ZoneId.of("Etc/GMT+12");
    private static final List<String> SERIES = List.of("drafted", "sent", "missed", "left-out", "not-yet", "moved");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, EAST);
    private static final LocalDate DUE = TODAY.plusMonths(6).withDayOfMonth(1);

    @TempDir
    private static Path folder;

    @Test
    void whatIsDueIsMadeOnceInTheTimeAndByTheHolidaysOfItsSeries() throws Exception {
        try (Newsroom newsroom = new Newsroom(folder, declared());
                Connection connection = newsroom.database();
                Statement database = connection.createStatement()) {
            assertThat(nextDue(database, "drafted")).isEqualTo(regular(ZoneId.of("Asia/Bangkok")));
            assertThat(nextDue(database, "not-yet")).isEqualTo(regular(WEST));
            clipSomething(newsroom);

            newsroom.service().bean(Scheduler.class).standby();
            Instant due = makeDue(database);
            try (RunningDigestService other = RunningDigestService.start(newsroom.settings())) {
                newsroom.service().bean(Scheduler.class).start();
                await().atMost(Duration.ofSeconds(60)).until(() -> ended(database) == SERIES.size());
                other.bean(NoteDispatch.class).run();
            }

            assertThat(number(database, "select count(*) from digest.run where state = 'failed'"))
                    .isZero();
            for (String series : SERIES) {
                assertThat(number(
                                database,
                                "select count(*) from digest.run where request->>'series' = '" + series + "'"))
                        .isEqualTo(1);
                assertThat(nextDue(database, series)).isEqualTo(regular(zone(series)));
            }
            assertMade(newsroom, "drafted", "rendered", due, due);
            assertMade(newsroom, "sent", "published", due, due);
            assertMade(newsroom, "not-yet", "rendered", due, due);
            // What nobody was there for is made up for at once, and reaches until then.
            assertMade(newsroom, "missed", "rendered", due, Instant.now());
            assertHolidays(newsroom, database);
            assertTold(newsroom);
        }
    }

    private static void assertMade(Newsroom newsroom, String series, String state, Instant from, Instant to) {
        var edition = newsroom.get("/api/editions/" + series + "/1");
        assertThat(edition.get("state").asString()).isEqualTo(state);
        assertThat(edition.get("items").asInt()).isEqualTo(1);
        assertThat(Instant.parse(edition.get("until").asString())).isBetween(from, to);
        assertThat(newsroom.mail().caught().stream()
                        .filter(mail -> text(mail.bytes()).contains("<edition." + series + ".1@")))
                .hasSize(state.equals("published") ? 1 : 0);
    }

    private static void assertHolidays(Newsroom newsroom, Statement database) throws SQLException {
        for (String series : List.of("left-out", "moved")) {
            assertThat(newsroom.service().get("/api/editions/" + series + "/1").statusCode())
                    .isEqualTo(404);
        }
        assertThat(newsroom.get("/api/runs").get("runs").findValuesAsString("message"))
                .contains("holiday: " + TODAY)
                .anyMatch(message -> message.startsWith("moved: " + TODAY + " → "));
        ZonedDateTime later = Instant.ofEpochMilli(number(database, """
                        select next_fire_time from digest.qrtz_triggers
                        where job_name = 'edition moved' and trigger_name like 'moved %'""")).atZone(EAST);
        assertThat(later.toLocalDate()).isAfter(TODAY.plusDays(1));
        assertThat(later.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
    }

    private static void assertTold(Newsroom newsroom) {
        List<String> notes = newsroom.mail().caught().stream()
                .filter(mail -> mail.to().equals("mali@riverside.example"))
                .map(mail -> mail.text())
                .toList();
        assertThat(notes)
                .filteredOn(note -> note.contains("http://news.example/desk/editions/drafted/1"))
                .hasSize(1);
        assertThat(notes).filteredOn(note -> note.contains("is left out")).hasSize(1);
        assertThat(notes)
                .filteredOn(note -> note.contains("appears on the next working day"))
                .hasSize(1);
    }

    private static String declared() {
        return "series:\n" + series("drafted", "timezone: Asia/Bangkok")
                + series("sent", "timezone: Asia/Bangkok, unattended: true")
                + series("missed", "timezone: Asia/Bangkok")
                + series("left-out", "timezone: " + EAST + ", onHoliday: skip, " + holidays())
                + series("not-yet", "timezone: " + WEST + ", onHoliday: skip, " + holidays())
                + series("moved", "timezone: " + EAST + ", onHoliday: next, " + holidays());
    }

    private static String holidays() {
        return "holidays: [" + TODAY + ", " + TODAY.plusDays(1) + "]";
    }

    private static String series(String slug, String more) {
        return "  - {slug: %s, name: The %s one, list: mekong-news, language: en, schedule: \"0 30 7 1 %d ?\", %s}%n"
                .formatted(slug, slug, DUE.getMonthValue(), more);
    }

    private static ZoneId zone(String series) {
        return switch (series) {
            case "left-out", "moved" -> EAST;
            case "not-yet" -> WEST;
            default -> ZoneId.of("Asia/Bangkok");
        };
    }

    private static Instant regular(ZoneId zone) {
        return DUE.atTime(LocalTime.of(7, 30)).atZone(zone).toInstant();
    }

    private static void clipSomething(Newsroom newsroom) {
        newsroom.put(
                "/api/clippings?name=harbour.csv",
                "text/csv",
                "title,date,kind,text\nThe ferry runs on Sundays again,"
                        + LocalDate.ofInstant(NOW, ZoneId.of("UTC")).minusDays(2) + ",news-clipping,Every hour.\n");
        newsroom.service()
                .bean(Editors.class)
                .add(new Editor(new EmailAddress("mali@riverside.example"), "operator", Instant.EPOCH));
    }

    /** As if the year were over: due a second ago, but for one that was due hours ago, when no node was there. */
    private static Instant makeDue(Statement database) throws SQLException {
        Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
        Instant longAgo = due.minus(Duration.ofHours(3));
        database.execute("update digest.qrtz_triggers set next_fire_time = case job_name when 'edition missed' then "
                + longAgo.toEpochMilli() + " else " + due.toEpochMilli() + " end where job_name like 'edition %'");
        return due;
    }

    private static long ended(Statement database) throws SQLException {
        return number(
                database, "select count(*) from digest.run where request->>'by' = 'schedule' and ended_at is not null");
    }

    private static Instant nextDue(Statement database, String series) throws SQLException {
        return Instant.ofEpochMilli(number(
                database,
                "select next_fire_time from digest.qrtz_triggers where trigger_name not like 'moved %'"
                        + " and job_name = 'edition " + series + "'"));
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.UTF_8);
    }
}
