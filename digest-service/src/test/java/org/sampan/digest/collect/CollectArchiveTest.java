package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Condition;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.TestSources;
import org.sampan.digest.source.Validators;

/** Going back through an archive, over HTTP and in PostgreSQL. */
class CollectArchiveTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final WordFiles WORDS = new WordFiles(Path.of("../config/words"));

    private static final ItemReader READER =
            new ItemReader(new KindRules(WORDS), new CountryWords(WORDS), new TopicWords(WORDS));

    private final HostileServer server = new HostileServer();
    private final TestDatabase.Access access = TestDatabase.access();
    private final Clippings clippings = TestClippings.of(access);
    private final HttpFeeds http = new HttpFeeds(
            new Settings.Collecting("Sampan/test (+x)", true, Optional.empty(), Optional.empty(), List.of()), CLOCK);
    private final Feeds feeds = new Feeds(
            http, new FileFeeds(Settings.from(RunningDigestService.environment("jdbc:none"))), "Sampan/test (+x)");
    private final CollectArchive collect =
            new CollectArchive(feeds, READER, clippings, TestSources.bookmarks(access), Duration.ofMillis(1));

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private static String page(String more, int... numbers) {
        StringBuilder items = new StringBuilder();
        for (int number : numbers) {
            items.append("<item><title>A report from pier ")
                    .append(number)
                    .append("</title><guid>")
                    .append(number)
                    .append("</guid></item>");
        }
        return "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Market</title>"
                + "<link>https://market.example/</link><description>x</description>" + more + items
                + "</channel></rss>";
    }

    private static String link(String rel, String to) {
        return "<atom:link rel=\"" + rel + "\" href=\"" + to + "\"/>";
    }

    private Collected back(int pages) {
        return collect.collect(source(server.at("/feed/")), pages, CLOCK, page -> true);
    }

    private static Source source(URI url) {
        return new Source(
                new SourceId(1),
                new NewSource(url, "Market", Optional.empty(), Map.of()),
                Condition.UNTRIED,
                Validators.NONE,
                0);
    }

    @Test
    void pagesOfAWordPressSiteAreCountedToTheLast() {
        server.on("/feed/", page("", 1, 2)).on("/feed/?paged=2", page("", 3, 4)).on("/feed/?paged=3", page("", 5));

        Collected back = back(10);

        assertThat(back.fresh()).isEqualTo(5);
        assertThat(back.problem()).isEmpty();
        assertThat(server.asked("/feed/?paged=4")).isEqualTo(1);
        assertThat(server.asked("/robots.txt")).isEqualTo(1);
    }

    @Test
    void siteThatGivesTheSamePageUnderEveryNumberIsAskedOnceMore() {
        server.on("/feed/", page("", 1, 2)).on("/feed/?paged=2", page("", 2, 1)).on("/feed/?paged=3", page("", 3));

        assertThat(back(10).fresh()).isEqualTo(2);
        assertThat(server.asked("/feed/?paged=3")).isZero();
    }

    @Test
    void pagesThatAreKnownFromCollectingAreGoneThroughToOlderOnes() {
        CollectSource collectSource = new CollectSource(feeds, READER, clippings, TestSources.of(access));
        for (String day : new String[] {page("", 3, 2), page("", 5, 4)}) {
            server.on("/feed/", day);
            collectSource.collect(source(server.at("/feed/")), CLOCK);
        }
        server.on("/feed/?paged=2", page("", 3, 2)).on("/feed/?paged=3", page("", 1));

        assertThat(back(10).fresh()).isEqualTo(1);
    }

    @Test
    void nextTimeGoesOnWhereTheLastEndedWhateverEndedIt() {
        server.on("/feed/", page("", 9, 8))
                .on("/feed/?paged=2", page("", 7, 6))
                .on("/feed/?paged=3", page("", 5, 4))
                .on("/feed/?paged=4", page("", 3, 2))
                .on("/feed/?paged=5", page("", 1));

        assertThat(back(2).fresh()).isEqualTo(4);
        assertThat(collect.collect(source(server.at("/feed/")), 10, CLOCK, page -> page < 2)
                        .fresh())
                .isEqualTo(2);
        server.on("/feed/?paged=4", exchange -> exchange.sendResponseHeaders(503, -1));
        assertThat(back(10).problem()).isPresent();
        server.on("/feed/?paged=4", page("", 3, 2));
        assertThat(back(10).fresh()).isEqualTo(3);

        assertThat(server.asked("/feed/")).isEqualTo(1);
        assertThat(server.asked("/feed/?paged=3")).isEqualTo(1);
        assertThat(server.asked("/feed/?paged=6")).isEqualTo(1);
    }

    @Test
    void onceTheEndWasReachedOnlyWhatCameSinceIsLookedFor() {
        server.on("/feed/", page("", 2)).on("/feed/?paged=2", page("", 1));
        assertThat(back(10).fresh()).isEqualTo(2);
        server.on("/feed/", page("", 5))
                .on("/feed/?paged=2", page("", 4))
                .on("/feed/?paged=3", page("", 3))
                .on("/feed/?paged=4", page("", 2))
                .on("/feed/?paged=5", page("", 1));

        assertThat(back(1).fresh()).isEqualTo(1);
        assertThat(back(10).fresh()).isEqualTo(2);

        assertThat(server.asked("/feed/?paged=4")).isEqualTo(1);
        assertThat(server.asked("/feed/?paged=5")).isZero();
    }

    @Test
    void noMorePagesAreAskedThanAreWantedOrUntilSomebodyStopsIt() {
        server.on("/feed/", page("", 1)).on("/feed/?paged=2", page("", 2)).on("/feed/?paged=3", page("", 3));

        assertThat(back(2).fresh()).isEqualTo(2);
        assertThat(server.asked("/feed/?paged=3")).isZero();
        collect.collect(source(server.at("/feed/")), 10, CLOCK, page -> page < 2);
        assertThat(server.asked("/feed/?paged=2")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prev-archive", "next"})
    void pagesThatAFeedNamesAreFollowedOnItsOwnSiteAndNotInCircles(String rel) {
        server.on("/feed/", page(link(rel, "/older"), 1))
                .on("/older", page(link(rel, "/oldest"), 2))
                .on("/oldest", page(link(rel, "/feed/"), 3));

        assertThat(back(10).fresh()).isEqualTo(3);
        assertThat(server.asked("/feed/")).isEqualTo(1);
        assertThat(server.asked("/feed/?paged=2")).isZero();

        server.on("/feed/", page(link(rel, server.at("localhost", "/other").toString()), 1))
                .on("/other", page("", 9));
        back(10);
        assertThat(server.asked("/other")).isZero();
    }

    @Test
    void atomAndJsonFeedsNameTheirOlderPagesToo() throws Exception {
        server.on(
                        "/atom",
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title>"
                                + "<link rel=\"prev-archive\" href=\"/a2\"/></feed>")
                .on("/json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[],\"next_url\":\"/j2\"}");

        for (Map.Entry<String, String> one :
                Map.of("/atom", "/a2", "/json", "/j2").entrySet()) {
            Fetched.Body body = (Fetched.Body) feeds.fetch(source(server.at(one.getKey())));
            assertThat(new FeedReader()
                            .read(body, server.at(one.getKey()).toString())
                            .older())
                    .contains(server.at(one.getValue()));
        }
    }

    @Test
    void whatRobotsAreNotToFetchIsNotFetchedNeitherArchivesNorPages() {
        server.on(
                        "/robots.txt",
                        "User-agent: *\nDisallow:\n\nUser-agent: sampan\nDisallow: /feed/?paged=\nDisallow: /closed\n")
                .on("/feed/", page("", 1))
                .on("/feed/?paged=2", page("", 2))
                .on("/closed", "<html><body>secret</body></html>");

        assertThat(back(10).problem()).contains("is closed to programs by its site's robots.txt");
        assertThat(server.asked("/feed/?paged=2")).isZero();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> feeds.page(server.at("/closed"))))
                .hasMessageContaining("robots.txt");
        assertThat(server.asked("/closed")).isZero();
    }

    @Test
    void siteWhoseRulesCannotBeHadIsLeftAlone() {
        server.on("/robots.txt", exchange -> exchange.sendResponseHeaders(503, -1))
                .on("/feed/", page("", 1));

        assertThat(back(10).problem().orElseThrow()).contains("robots.txt cannot be read", "answered 503");
        assertThat(server.asked("/feed/")).isZero();
    }

    @Test
    void siteThatWantsLongPausesGetsThemAndOneThatWantsHoursIsLeftAlone() throws Exception {
        server.on("/robots.txt", "User-agent: *\nCrawl-delay: 7\n").on("/feed/", page("", 1));
        assertThat(feeds.delay(server.at("/feed/"))).isEqualTo(Duration.ofSeconds(7));

        HostileServer slow = new HostileServer();
        try (slow) {
            slow.on("/robots.txt", "User-agent: *\nCrawl-delay: 7200\n").on("/feed/", page("", 1));
            assertThat(collect.collect(source(slow.at("/feed/")), 2, CLOCK, page -> true)
                            .problem())
                    .contains("its site wants 120 minutes between two pages");
        }
    }
}
