package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Condition;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Validators;

/** Feeds that lie, hang, are huge, are bombs, change charset, move. What becomes of their sources: {@link CollectSourceTest}. */
class HostileFeedsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Charset THAI = Charset.forName("windows-874");
    private static final WordFiles WORDS = new WordFiles(Path.of("../config/words"));

    private final HostileServer server = new HostileServer();
    private HttpFeeds feeds;

    @BeforeEach
    void connect() {
        feeds = feeds(new SystemDefaultDnsResolver());
    }

    @AfterEach
    void stop() {
        feeds.close();
        server.close();
    }

    private static HttpFeeds feeds(DnsResolver names) {
        HttpFeeds.Patience little =
                new HttpFeeds.Patience(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1));
        return new HttpFeeds(
                new Settings.Collecting("Sampan/test", true, Optional.empty(), Optional.empty(), List.of()),
                little,
                names,
                CLOCK);
    }

    private static Source source(URI url) {
        return new Source(
                new SourceId(1),
                new NewSource(url, "x", Optional.empty(), Map.of()),
                Condition.UNTRIED,
                Validators.NONE,
                0);
    }

    private Fetched.Body fetch(String path) throws FeedProblem {
        return (Fetched.Body) feeds.fetch(source(server.at(path)));
    }

    private Feed read(String path) throws FeedProblem {
        return new FeedReader().read(fetch(path), server.at(path).toString());
    }

    private String problem(String path) {
        return String.valueOf(
                catchThrowableOfType(FeedProblem.class, () -> read(path)).getMessage());
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>ข่าว</title><link>https://market.example/</link>"
                + "<description>x</description>" + items + "</channel></rss>";
    }

    private static String item(String title, String more) {
        return "<item><title>" + title + "</title>" + more + "</item>";
    }

    @Test
    void serverThatNeverAnswersIsGivenUp() {
        server.on("/feed", exchange -> server.hang());

        assertThat(problem("/feed")).contains("timed out");
    }

    @Test
    void serverThatDripsForEverIsGivenUpAfterTheWholeTimeRedirectsCounted() {
        server.redirect("/moved", 302, "/feed").on("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            server.drip(exchange.getResponseBody());
        });

        assertThat(problem("/moved")).isEqualTo("took longer than 1 seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void feedThatIsTooLargeOrUnpacksToBeIsRefusedBeforeItFillsTheMemory(String encoding) {
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", encoding);
            exchange.sendResponseHeaders(200, 0);
            flood(
                    encoding.equals("gzip")
                            ? new GZIPOutputStream(exchange.getResponseBody())
                            : exchange.getResponseBody());
        });

        assertThat(problem("/feed")).isEqualTo("larger than 8 MB");
    }

    private static void flood(OutputStream out) {
        byte[] nothing = new byte[1024 * 1024];
        try (out) {
            for (int megabyte = 0; megabyte < 16; megabyte++) {
                out.write(nothing);
            }
        } catch (IOException readerWentAway) {
            // As hoped.
        }
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

        assertThat(problem("/bomb")).startsWith("is no feed that can be read");
        assertThat(problem("/outside")).startsWith("is no feed that can be read");
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

        assertThat(read("/feed").items()).extracting(FeedItem::title).containsExactly("Ferry strike");
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

        assertThat(problem("/feed")).contains("too deep");
        assertThat(problem("/many")).contains("more than 200000 elements");
        assertThat(problem("/json")).startsWith("is no JSON that can be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/rss+xml; charset=ISO-8859-1",
                "text/xml; charset=US-ASCII",
                "text/xml",
                "text/html",
                "image/png",
                "nonsense; charset=nonsense",
            })
    void typeAndCharsetThatTheServerMakesUpAreNotBelieved(String type) throws Exception {
        server.on("/plain", type, rss(""), StandardCharsets.UTF_8)
                .on(
                        "/marked",
                        type,
                        "\ufeff  \n<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + rss(""),
                        StandardCharsets.UTF_8)
                .on("/wide", type, "\ufeff" + rss(""), StandardCharsets.UTF_16LE)
                .on("/thai", type, "<?xml version=\"1.0\" encoding=\"windows-874\"?>" + rss(""), THAI);

        for (String path : List.of("/plain", "/marked", "/wide", "/thai")) {
            assertThat(read(path).title()).as(path).isEqualTo("ข่าว");
        }
    }

    @Test
    void feedMayChangeItsCharsetFromOneTimeToTheNext() throws Exception {
        server.on("/feed", "text/xml; charset=windows-874", rss(""), THAI);
        assertThat(read("/feed").title()).isEqualTo("ข่าว");

        server.on("/feed", "text/xml; charset=windows-874", rss(""), StandardCharsets.UTF_8);
        assertThat(read("/feed").title()).isEqualTo("ข่าว");
    }

    @Test
    void lettersCutInTheMiddleAndCharactersThatXmlForbidsSpoilNothingElse() throws Exception {
        server.on("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(rss(item("แถลงการณ์ของคนงานท่าเรือ\u000b", "<guid>1</guid>"))
                    .replace("</rss>", "")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(new byte[] {'<', '!', '-', '-', (byte) 0xe0, (byte) 0xb8, '-', '-', '>'});
            out.write("</rss>".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(read("/feed").items().get(0).title()).isEqualTo("แถลงการณ์ของคนงานท่าเรือ");
    }

    @Test
    void moveForGoodIsToldAsFarAsAllOfTheWayIsForGood() throws Exception {
        server.on("/feed", rss(""))
                .redirect("/old", 301, "/newer")
                .redirect("/newer", 308, "/feed")
                .redirect("/today", 302, "/feed")
                .redirect("/half", 301, "/today")
                .redirect("/later", 302, "/old");

        assertThat(fetch("/old").movedTo()).contains(server.at("/feed"));
        assertThat(fetch("/today").movedTo()).isEmpty();
        assertThat(fetch("/half").movedTo()).contains(server.at("/today"));
        assertThat(fetch("/later").movedTo()).isEmpty();
    }

    @Test
    void redirectsThatGoRoundLeadNowhereOrLeaveTheWebAreGivenUp() {
        server.redirect("/round", 302, "/round")
                .redirect("/a", 301, "/b")
                .redirect("/b", 301, "/a")
                .redirect("/file", 302, "file:///etc/passwd")
                .on("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1));
        IntStream.range(0, 9).forEach(hop -> server.redirect("/hop" + hop, 302, "/hop" + (hop + 1)));

        assertThat(List.of("/round", "/a", "/file", "/nowhere", "/hop0"))
                .allSatisfy(path -> assertThat(problem(path)).isNotBlank());
        assertThat(server.asked("/hop9")).isZero();
    }

    /** {@code outside.example} stands for a server of the open internet; all other names are judged as they always are. */
    private HttpFeeds judging(AtomicInteger asked, int outsideFor) {
        DnsResolver judge = new PublicAddresses(false);
        return feeds(new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                boolean outside = host.equals("outside.example") && asked.incrementAndGet() <= outsideFor;
                return outside
                        ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                        : judge.resolve(host.equals("outside.example") ? "127.0.0.1" : host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }

    @Test
    void redirectToAPrivateAddressIsRefusedBeforeItIsAsked() {
        server.on("/secret", rss(""))
                .redirect("/feed", 301, server.at("/secret").toString())
                .redirect("/named", 302, server.at("localhost", "/secret").toString());
        try (HttpFeeds careful = judging(new AtomicInteger(), 9)) {
            for (String path : List.of("/feed", "/named")) {
                assertThat(catchThrowableOfType(
                                FeedProblem.class, () -> careful.fetch(source(server.at("outside.example", path)))))
                        .hasMessageContaining("is a loopback or private address");
            }
        }
        assertThat(server.asked("/secret")).isZero();
    }

    @Test
    void nameIsAskedOnceForEachConnectionAndTheAddressJudgedIsTheOneConnectedTo() throws Exception {
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, -1);
        });
        AtomicInteger asked = new AtomicInteger();
        Source rebinding = source(server.at("outside.example", "/feed"));
        try (HttpFeeds careful = judging(asked, 1)) {
            assertThat(careful.fetch(rebinding)).isInstanceOf(Fetched.Body.class);
            assertThat(asked).hasValue(1);

            assertThat(catchThrowableOfType(FeedProblem.class, () -> careful.fetch(rebinding)))
                    .hasMessageContaining("is a loopback or private address");
        }
        assertThat(server.asked("/feed")).isEqualTo(1);
    }

    @Test
    void serverThatSaysNothingHasChangedToWhoeverAsksTheFirstTimeIsNotBelieved() {
        server.on("/page", exchange -> exchange.sendResponseHeaders(304, -1));

        assertThat(catchThrowableOfType(FeedProblem.class, () -> feeds.whole(server.at("/page"), "*/*")))
                .hasMessageContaining("answered 304");
    }

    @Test
    void feedCutShortIsNoFeedWhoeverCutIt() {
        String whole = rss(item("One", "<guid>1</guid>"));
        server.on("/by-the-site", whole.substring(0, whole.length() - 30)).on("/by-the-line", exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write(whole.getBytes(StandardCharsets.UTF_8));
        });

        assertThat(problem("/by-the-site")).startsWith("is no feed that can be read");
        assertThat(problem("/by-the-line")).startsWith("Premature end");
    }

    @Test
    void webPageInPlaceOfAFeedIsCalledOneAndTheFeedItNamesIsTold() {
        server.on(
                        "/page",
                        "<!DOCTYPE html><html><head><title>News</title>"
                                + "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\"></head><body>x")
                .on("/error", "Please come back later");

        assertThat(problem("/page")).isEqualTo("is a web page, no feed; it names this feed: " + server.at("/feed.xml"));
        assertThat(problem("/error")).startsWith("is no feed that can be read");
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
        Feed feed = read("/feed");
        ItemReader reader = new ItemReader(new KindRules(WORDS), new CountryWords(WORDS), new TopicWords(WORDS));

        assertThat(reader.read(feed.items().get(0), feed, source(server.at("/feed")), NOW)
                        .story()
                        .publishedAt())
                .isEqualTo(NOW);
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

        assertThat(read("/feed")
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

        assertThat(read("/guid").items())
                .extracting(FeedItem::identity)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(read("/link").items()).extracting(FeedItem::identity).containsExactly("A strike", "A fair");
        assertThat(read("/link").items()).extracting(FeedItem::link).containsOnly(Optional.empty());
        assertThat(read("/again").items()).extracting(FeedItem::identity).containsExactly("1", "1");
    }

    @Test
    void ofAHundredThousandItemsTheFirstAreTaken() throws Exception {
        String items = IntStream.range(0, 100_000)
                .mapToObj(n -> item("Title " + n, "<guid>" + n + "</guid>"))
                .collect(Collectors.joining());
        server.on("/feed", rss(items));

        List<FeedItem> taken = read("/feed").items();

        assertThat(taken).hasSize(FeedReader.MOST_ITEMS);
        assertThat(taken.get(0).title()).isEqualTo("Title 0");
    }
}
