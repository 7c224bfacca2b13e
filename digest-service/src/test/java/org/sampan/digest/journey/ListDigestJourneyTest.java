package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.mailserver.SubmissionCatcher.Caught;
import org.sampan.digest.production.ListDigestDispatch;

/** Posts of a list, gathered at their readers' hour and handed to the mail server once. */
class ListDigestJourneyTest {
    private static final String LIST = "GET /lists/members%40lists.example";
    private static final String POST = "abcdefghijklmnopqrst";
    private static final Instant LONG_AGO =
            Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    @Test
    void whatHasGatheredGoesOutAtTheHourAndASecondRunOfTheDaySendsNothing() throws SQLException {
        try (Newsroom newsroom = newsroomWithReaders()) {
            run(newsroom);

            List<Caught> digests = newsroom.mail().caught();
            assertThat(digests).hasSize(3).extracting(Caught::to).containsOnly("members-digest@lists.example");
            assertThat(digests.stream().map(ListDigestJourneyTest::text))
                    .anyMatch(it -> it.contains("mode=daily; zones=Asia/Yangon") && it.contains("multipart/digest"))
                    .anyMatch(it -> it.contains("mode=titles; zones=Asia/Yangon"))
                    .allMatch(it -> it.contains("Boats"));
            assertThat(digests.stream().map(ListDigestJourneyTest::messageId))
                    .containsExactlyInAnyOrder(
                            "<digest.members.1@lists.example>",
                            "<digest.members.2@lists.example>",
                            "<digest.members.3@lists.example>");

            run(newsroom);
            newsroom.restart();
            run(newsroom);
            assertThat(newsroom.mail().caught()).hasSize(3);
        }
    }

    /** Killed after the mail server had taken them, before that was written down. The mail server takes each Message-ID once. */
    @Test
    void whatIsSentAgainAfterACrashIsTheSameUnderTheSameMessageId() throws SQLException {
        try (Newsroom newsroom = newsroomWithReaders()) {
            run(newsroom);
            List<String> first = sorted(newsroom);
            newsroom.mail().forgetAll();
            execute(newsroom, "update digest.list_digest set sent_at = null");
            newsroom.restart();

            run(newsroom);

            assertThat(first).hasSize(3);
            assertThat(sorted(newsroom)).isEqualTo(first);
        }
    }

    @Test
    void whatTheMailServerCannotTakeNowGoesLaterOnce() throws SQLException {
        try (Newsroom newsroom = newsroomWithReaders()) {
            newsroom.mail().refuse(451, "4.7.1 the list is stopped");
            run(newsroom);
            assertThat(newsroom.mail().caught()).isEmpty();

            newsroom.mail().forgetAll();
            run(newsroom);
            run(newsroom);
            assertThat(newsroom.mail().caught()).hasSize(3);
        }
    }

    @Test
    void weeklyOnesComeOnceTheirDayHasComeAndWhatGathersTooMuchBeforeItsHour() throws SQLException {
        Instant tenDaysAgo = Instant.now().minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);
        Instant halfAnHourAgo = Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.SECONDS);
        // Two to three hours ago: nobody's hour comes while the test runs.
        int hour =
                Instant.now().minus(Duration.ofHours(2)).atZone(ZoneOffset.UTC).getHour();
        try (Newsroom newsroom = new Newsroom(folder)) {
            cover(newsroom, "weekly-plain", "Asia/Yangon", tenDaysAgo);
            cover(newsroom, "daily", "UTC", halfAnHourAgo);
            cover(newsroom, "titles", "UTC", halfAnHourAgo);
            listOf(newsroom.rest(), hour, 100, """
                    {"mode":"weekly-plain","timezone":"Asia/Yangon","readers":2},
                    {"mode":"daily","timezone":"UTC","readers":1},{"mode":"titles","timezone":"UTC","readers":1}""");
            posts(newsroom.rest(), tenDaysAgo, tenDaysAgo.plus(Duration.ofHours(1)));
            posts(newsroom.rest(), halfAnHourAgo, halfAnHourAgo.plus(Duration.ofMinutes(1)));
            run(newsroom);
            run(newsroom);
            assertThat(newsroom.mail().caught().stream().map(ListDigestJourneyTest::text))
                    .hasSize(2)
                    .anyMatch(it -> it.contains("mode=weekly-plain; zones=Asia/Yangon") && it.contains("text/plain"))
                    .anyMatch(it -> it.contains("mode=daily; zones=UTC") && it.contains("multipart/digest"))
                    .allMatch(it -> it.contains("The boat leaves at six."));
        }
    }

    private Newsroom newsroomWithReaders() throws SQLException {
        Newsroom newsroom = new Newsroom(folder);
        cover(newsroom, "daily", "Asia/Yangon", LONG_AGO);
        cover(newsroom, "daily", "", LONG_AGO);
        cover(newsroom, "titles", "Asia/Yangon", LONG_AGO);
        listOf(newsroom.rest(), 6, 0, """
                {"mode":"daily","timezone":"Asia/Yangon","readers":3},
                {"mode":"daily","timezone":"","readers":1},{"mode":"titles","timezone":"Asia/Yangon","readers":1}""");
        posts(newsroom.rest(), LONG_AGO, LONG_AGO.plus(Duration.ofHours(1)));
        return newsroom;
    }

    private static void run(Newsroom newsroom) {
        newsroom.service().bean(ListDigestDispatch.class).run();
    }

    private static List<String> sorted(Newsroom newsroom) {
        return newsroom.mail().caught().stream()
                .map(ListDigestJourneyTest::text)
                .sorted()
                .toList();
    }

    private static String text(Caught caught) {
        return new String(caught.bytes(), StandardCharsets.UTF_8);
    }

    private static String messageId(Caught caught) {
        try {
            return String.valueOf(caught.message().getMessageID());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** As if these readers had been told everything until then. */
    private static void cover(Newsroom newsroom, String mode, String zone, Instant until) throws SQLException {
        execute(
                newsroom,
                "insert into digest.list_digest_cover values ('members@lists.example', '%s', '%s', '%s')"
                        .formatted(mode, zone, until));
    }

    private static void execute(Newsroom newsroom, String sql) throws SQLException {
        var settings = newsroom.settings();
        try (Connection connection = DriverManager.getConnection(
                        settings.get("SAMPAN_DATABASE_URL"), settings.get("SAMPAN_DATABASE_USERNAME"), "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void listOf(StandInMailServer rest, int hour, long bytes, String audiences) {
        String list = StandInMailServer.sample("list")
                .replace("mekong-news@", "members@")
                .replace("\"Mekong news\"", "\"Members\"")
                .replaceFirst("\\{", """
                        {"digestHour":%d,"digestDay":"monday","digestTimezone":"Pacific/Kiritimati","digestBytes":%d,""".formatted(hour, bytes));
        rest.when(LIST, 200, list)
                .when("GET /lists", 200, "{\"lists\":[" + list + "]}")
                .when(LIST + "/audiences", 200, "{\"audiences\":[" + audiences + "]}")
                .whenRaw(
                        LIST + "/posts/" + POST + "/raw?as=sent",
                        "From: Alice <alice@farm.example>\r\nSubject: Boats\r\n\r\nThe boat leaves at six.\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
    }

    /** One post, for whoever asks what came since then. */
    private static void posts(StandInMailServer rest, Instant since, Instant received) {
        rest.when(LIST + "/posts?limit=500&since=" + since.toString().replace(":", "%3A"), 200, """
                {"posts":[{"id":"%s","list":"members@lists.example","messageId":"<boats@farm.example>",
                  "subject":"Boats","from":"alice@farm.example","fromName":"Alice","inReplyTo":null,
                  "receivedAt":"%s","bytes":120,"permalink":"http://news.example/lists/members/posts/%s"}],
                 "next":null}""".formatted(
                        POST, received, POST));
    }
}
