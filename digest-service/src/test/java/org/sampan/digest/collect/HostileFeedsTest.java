package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sampan.digest.collect.HostileReading.item;
import static org.sampan.digest.collect.HostileReading.rss;
import static org.sampan.digest.collect.HostileReading.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.clipping.Story;

/** Feeds that lie, are huge, are bombs. Servers that do: {@link HostileServersTest}, {@link HostileCharsetsTest}. */
class HostileFeedsTest {
    private static final WordFiles WORDS = new WordFiles(Path.of("../config/words"));
    private static final ItemReader READER =
            new ItemReader(new KindRules(WORDS), new CountryWords(WORDS), new TopicWords(WORDS));

    private final HostileServer server = new HostileServer();
    private final HostileReading hostile = new HostileReading(server);

    @AfterEach
    void stop() {
        hostile.close();
        server.close();
    }

    @Test
    void entityBombsAndEntitiesFromOutsideAreRefusedUnread() {
        server.on(
                        "/bomb",
                        "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                                + rss(item("&b;", "")))
                .on(
                        "/outside",
                        "<!DOCTYPE rss [<!ENTITY secret SYSTEM \"" + server.at("/secret") + "\">]>"
                                + rss(item("&secret;", "")));

        assertThat(hostile.problem("/bomb")).startsWith("is no feed that can be read");
        assertThat(hostile.problem("/outside")).startsWith("is no feed that can be read");
        assertThat(server.asked("/secret")).isZero();
    }

    @Test
    void oldFeedThatOnlyNamesItsDocumentTypeIsReadWithoutFetchingIt() throws Exception {
        server.on(
                "/feed",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \""
                        + server.at("/rss-0.91.dtd") + "\">\n"
                        + rss(item("Ferry strike", "<link>https://market.example/1</link>"))
                                .replace("2.0", "0.91"));

        assertThat(hostile.read("/feed").items()).extracting(FeedItem::title).containsExactly("Ferry strike");
        assertThat(server.asked("/rss-0.91.dtd")).isZero();
    }

    @Test
    void elementsDeepInEachOtherOrWithoutEndAreRefused() {
        server.on(
                        "/feed",
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><entry><title>x</title>"
                                + "<content type=\"xhtml\">" + "<div>".repeat(30_000) + "</div>".repeat(30_000)
                                + "</content></entry></feed>")
                .on("/many", rss(item("x", "<x/>".repeat(300_000))))
                .on(
                        "/json",
                        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[0" + ",{}".repeat(300_000)
                                + "]}");

        assertThat(hostile.problem("/feed")).contains("too deep");
        assertThat(hostile.problem("/many")).contains("more than 200000 elements");
        assertThat(hostile.problem("/json")).startsWith("is no JSON that can be read");
    }

    @Test
    void feedCutShortIsNoFeedWhoeverCutIt() {
        String whole = rss(item("One", "<guid>1</guid>"));
        server.on("/by-the-site", whole.substring(0, whole.length() - 30)).on("/by-the-line", exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write(whole.getBytes(StandardCharsets.UTF_8));
        });

        assertThat(hostile.problem("/by-the-site")).startsWith("is no feed that can be read");
        assertThat(hostile.problem("/by-the-line")).startsWith("Premature end");
    }

    @Test
    void webPageInPlaceOfAFeedIsCalledOneAndTheFeedItNamesIsTold() {
        server.on(
                        "/page",
                        "<!DOCTYPE html><html><head><title>News</title>"
                                + "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\"></head><body>x")
                .on("/error", "Please come back later");

        assertThat(hostile.problem("/page"))
                .isEqualTo("is a web page, no feed; it names this feed: " + server.at("/feed.xml"));
        assertThat(hostile.problem("/error")).startsWith("is no feed that can be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 22 Nov 2066 10:00:00 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Mon, 01 Jan 0001 00:00:00 GMT",
                "yesterday"
            })
    void datesThatCannotBeAreNotBelieved(String date) throws Exception {
        server.on("/feed", rss(item("Ferry strike", "<guid>1</guid><pubDate>" + date + "</pubDate>")));
        Feed feed = hostile.read("/feed");

        assertThat(READER.read(feed.items().get(0), feed, source(server.at("/feed")), HostileReading.NOW)
                        .story()
                        .publishedAt())
                .isEqualTo(HostileReading.NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T09:00:00.123456Z",
                "2026-11-20T16:00:00.1234567+07:00",
                "2026-11-20T09:00:00.5Z",
                "2026-11-20 09:00:00"
            })
    void datesAreReadHoweverFineTheirSecondsAre(String date) throws Exception {
        server.on(
                "/feed",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><entry><id>urn:1</id><title>x</title>"
                        + "<updated>" + date + "</updated></entry></feed>");

        assertThat(hostile.read("/feed")
                        .items()
                        .get(0)
                        .publishedAt()
                        .map(at -> at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)))
                .contains(Instant.parse("2026-11-20T09:00:00Z"));
    }

    @Test
    void itemsAreToldApartThoughTheyShareOneGuidOrOneAddress() throws Exception {
        server.on(
                        "/guid",
                        rss(IntStream.rangeClosed(1, 3)
                                .mapToObj(n -> item(
                                        "Title " + n, "<guid>1</guid><link>https://market.example/" + n + "</link>"))
                                .collect(Collectors.joining())))
                .on(
                        "/link",
                        rss(item("A strike", "<link>https://market.example/news</link>")
                                + item("A fair", "<link>https://market.example/news</link>")))
                .on(
                        "/again",
                        rss(item("Old title", "<guid>1</guid><link>https://market.example/1</link>")
                                + item("New title", "<guid>1</guid><link>https://market.example/1</link>")));

        assertThat(hostile.read("/guid").items())
                .extracting(FeedItem::identity)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(hostile.read("/link").items()).extracting(FeedItem::identity).containsExactly("A strike", "A fair");
        assertThat(hostile.read("/link").items()).extracting(FeedItem::link).containsOnly(Optional.empty());
        assertThat(hostile.read("/again").items())
                .extracting(FeedItem::identity)
                .containsExactly("1", "1");
    }

    @Test
    void ofAHundredThousandItemsTheFirstAreTaken() throws Exception {
        String items = IntStream.range(0, 100_000)
                .mapToObj(n -> item("Title " + n, "<guid>" + n + "</guid>"))
                .collect(Collectors.joining());
        server.on("/feed", rss(items));

        List<FeedItem> taken = hostile.read("/feed").items();

        assertThat(taken).hasSize(FeedReader.MOST_ITEMS);
        assertThat(taken.get(0).title()).isEqualTo("Title 0");
    }

    /** Each took all memory or minutes when a feed's 8 MB were nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"<p>", "<div>", "<b>", "<table>x", "<br>", "Ferry crews met. "})
    void itemWhoseTextIsLongerThanAnyArticleIsKeptWithoutIt(String again) throws Exception {
        server.on(
                "/feed",
                rss(item(
                                "Ferry strike",
                                "<guid>1</guid><description><![CDATA[" + again.repeat(60_000) + "]]></description>")
                        + item("Ferry fair", "<guid>2</guid><description><![CDATA[<p>A fair.]]></description>")));
        Feed feed = hostile.read("/feed");

        assertThat(feed.items().stream()
                        .map(one -> READER.read(one, feed, source(server.at("/feed")), HostileReading.NOW)
                                .story()))
                .extracting(Story::title, Story::html)
                .containsExactly(tuple("Ferry strike", ""), tuple("Ferry fair", "<p>A fair.</p>"));
    }

    @Test
    void titleAndAuthorOfMegabytesAreReadAsFarAsAnybodyWould() throws Exception {
        String endless = "&lt;p&gt;x".repeat(300_000);
        server.on("/feed", rss(item(endless, "<guid>1</guid><author>" + endless + "</author>")));
        Feed feed = hostile.read("/feed");

        assertThat(feed.items().get(0).title()).startsWith("x x x").hasSizeLessThan(10_000);
        assertThat(READER.read(feed.items().get(0), feed, source(server.at("/feed")), HostileReading.NOW)
                        .story()
                        .title())
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"date_published\":1e999999999",
                "\"date_published\":\"+999999999-01-01T00:00:00Z\"",
                "\"title\":\"\\u0000\\ud800\\udfff\"",
                "\"tags\":{\"a\":[[[[]]]]}",
                "\"authors\":[1,null,{\"name\":{}}]",
                "\"url\":\"javascript:alert(1)\"",
                "\"url\":\"http://[::1\""
            })
    void jsonFeedWithNonsenseInAFieldGivesItsItemsAllTheSame(String field) throws Exception {
        server.on(
                "/feed",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_text\":\"Ferries\","
                        + field + "},{\"id\":\"2\",\"title\":\"A fair\"}]}");
        Feed feed = hostile.read("/feed");

        List<Story> stories = feed.items().stream()
                .map(one -> READER.read(one, feed, source(server.at("/feed")), HostileReading.NOW)
                        .story())
                .toList();
        assertThat(stories).hasSize(2).allSatisfy(story -> {
            assertThat(story.publishedAt()).isEqualTo(HostileReading.NOW);
            assertThat(story.link()).isEmpty();
        });
    }
}
