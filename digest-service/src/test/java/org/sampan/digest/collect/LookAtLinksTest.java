package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.link.LinkFinding;
import org.sampan.digest.link.LinkState;
import org.sampan.digest.link.Loss;
import org.sampan.digest.link.TestLinks;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.link.WatchedLinks;
import org.sampan.digest.settings.Settings;

/** Looking again at originals, over HTTP and in PostgreSQL. */
class LookAtLinksTest {
    private static final Instant BEGINNING = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Duration> PAUSES = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    private final HostileServer server = new HostileServer();
    private final TestDatabase.Access access = TestDatabase.access();
    private final Clippings clippings = TestClippings.of(access);
    private final WatchedLinks links = TestLinks.of(access);
    private final HttpFeeds http = new HttpFeeds(
            new Settings.Collecting("Sampan/test (+x)", true, Optional.empty(), Optional.empty(), PAUSES),
            new HttpFeeds.Patience(Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofSeconds(1)),
            new PublicAddresses(true),
            Clock.systemUTC());
    private final Feeds feeds = new Feeds(
            http, new FileFeeds(Settings.from(RunningDigestService.environment("jdbc:none"))), "Sampan/test (+x)");

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private ClippingId published(URI link) {
        Story story = Stories.like(Stories.ferryWorkers(), link.toString(), Stories.COLLECTED);
        Story linked = new Story(
                story.title(),
                story.kind(),
                story.publishedAt(),
                story.byline(),
                story.outlet(),
                story.language(),
                story.country(),
                Optional.of(link),
                story.html(),
                story.summary());
        Origin origin = new Origin(Stories.HARBOUR, Optional.of(link), Optional.empty(), Stories.COLLECTED);
        ClippingId id = clippings.add(new Offer(linked, origin, link.toString()));
        clippings.noteShown(List.of(id), BEGINNING);
        return id;
    }

    private int lookOn(int day) {
        Clock clock = Clock.fixed(BEGINNING.plus(Duration.ofDays(day)), ZoneOffset.UTC);
        return new LookAtLinks(feeds, links, PAUSES, Duration.ofMillis(1), clock).look();
    }

    private WatchedLink after(int looks, ClippingId id) {
        for (int look = 0; look < looks; look++) {
            lookOn(look * 100);
        }
        return links.find(id).orElseThrow();
    }

    private LinkFinding found(String path) {
        ClippingId id = published(server.at(path));
        return after(2, id).finding();
    }

    @Test
    void pageThatIsMissingThreeTimesOverSomeDaysIsGoneAndComesBackByItself() {
        ClippingId id = published(server.at("/gone"));

        assertThat(List.of(lookOn(0), lookOn(1), lookOn(1), lookOn(2))).containsExactly(0, 1, 0, 1);
        assertThat(links.find(id).orElseThrow().state()).isEqualTo(LinkState.FINE);
        assertThat(List.of(lookOn(8), lookOn(9))).containsExactly(0, 1);
        assertThat(links.find(id).orElseThrow().loss()).contains(Loss.NOT_FOUND);

        server.on("/gone", "<p>here again</p>");
        lookOn(39);
        assertThat(links.find(id).orElseThrow().state()).isEqualTo(LinkState.FINE);
    }

    @Test
    void serverIsAskedForThePageOnlyWhenItDoesNotTalkOfItWithoutAndThePageIsNotLoaded() {
        server.on("/no-head", exchange -> {
                    boolean head = exchange.getRequestMethod().equals("HEAD");
                    exchange.sendResponseHeaders(head ? 405 : 200, head ? -1 : 0);
                    if (!head) {
                        server.drip(exchange.getResponseBody());
                    }
                })
                .on("/polite", exchange -> exchange.sendResponseHeaders(200, -1));
        ClippingId dripping = published(server.at("/no-head"));
        ClippingId polite = published(server.at("/polite"));

        assertThat(after(2, dripping).times()).isEqualTo(1);
        assertThat(after(1, polite).times()).isEqualTo(1);
        assertThat(server.asked("/no-head")).isEqualTo(2);
        assertThat(server.asked("/polite")).isEqualTo(1);
    }

    @Test
    void takenAwayIsToldFromBusyClosedAndBroken() {
        Map.of("/410", 410, "/403", 403, "/500", 500, "/429", 429)
                .forEach((path, status) -> server.on(path, exchange -> exchange.sendResponseHeaders(status, -1)));
        server.on("/hangs", exchange -> server.hang()).redirect("/round", 302, "/round");

        assertThat(found("/410")).isEqualTo(new LinkFinding.Gone(Loss.TAKEN_AWAY));
        for (String path : List.of("/403", "/500", "/429", "/hangs", "/round")) {
            WatchedLink link = after(4, published(server.at(path)));
            assertThat(link.finding()).as(path).isEqualTo(new LinkFinding.Fine());
            assertThat(link.unsure()).as(path).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void hostThatIsNoMoreIsGoneAndAPrivateOneIsNot() {
        ClippingId nowhere = published(URI.create("http://no-such-host.invalid/1"));

        WatchedLink link = after(4, nowhere);

        assertThat(link.loss()).contains(Loss.NO_HOST);
        FeedProblem inside = new FeedProblem(
                "is private", new FeedProblem("x", new PublicAddresses.PrivateAddress("outside.example")));
        assertThat(inside.isForWantOfHost()).isFalse();
    }

    @Test
    void moveForGoodIsToldButNotToTheFrontPageNorToTheSamePlaceSpeltOtherwise() {
        server.on("/new?id=2", "here")
                .on("/", "front")
                .on("/en/", "front")
                .on("/same/", "here")
                .redirect("/old", 301, "/new?id=2&utm_source=x")
                .on("/new?id=2&utm_source=x", "here")
                .redirect("/lost", 301, "/")
                .redirect("/lost-too", 308, "/en/")
                .redirect("/today", 302, "/")
                .redirect("/moved-and-gone", 301, "/nothing")
                .redirect("/same", 301, "/same/");

        assertThat(found("/old")).isEqualTo(new LinkFinding.Moved(server.at("/new?id=2")));
        assertThat(found("/lost")).isEqualTo(new LinkFinding.Gone(Loss.FRONT_PAGE));
        assertThat(found("/lost-too")).isEqualTo(new LinkFinding.Gone(Loss.FRONT_PAGE));
        assertThat(found("/today")).isEqualTo(new LinkFinding.Fine());
        assertThat(found("/moved-and-gone")).isEqualTo(new LinkFinding.Gone(Loss.NOT_FOUND));
        assertThat(found("/same")).isEqualTo(new LinkFinding.Fine());
    }

    @Test
    void pageThatRobotsAreNotToFetchIsNotAskedFor() {
        server.on("/robots.txt", "User-agent: *\nDisallow: /closed\n");

        assertThat(found("/closed")).isEqualTo(new LinkFinding.Fine());
        assertThat(server.asked("/closed")).isZero();
    }

    @Test
    void siteThatAskedToBeLeftAloneIsForAllItsPages() {
        server.on("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "600");
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(found("/busy")).isEqualTo(new LinkFinding.Fine());
        assertThat(found("/other")).isEqualTo(new LinkFinding.Fine());
        assertThat(server.asked("/other")).isZero();
    }
}
