package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Terms;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.SourceState;
import org.sampan.digest.source.Sources;
import org.sampan.digest.source.TestSources;

/** What becomes of a source and of its items, over HTTP and in PostgreSQL. */
class CollectSourceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final WordFiles WORDS = new WordFiles(Path.of("../config/words"));
    private static final String ITEMS = "<item><title>A strike at the ferry</title><guid>1</guid></item>"
            + "<item><title>A fair at the harbour</title><guid>2</guid></item>";

    private final HostileServer server = new HostileServer();
    private final TestDatabase.Access access = TestDatabase.access();
    private final Sources sources = TestSources.of(access);
    private final Clippings clippings = TestClippings.of(access);
    private final HttpFeeds http = new HttpFeeds(
            new Settings.Collecting("Sampan/test", true, Optional.empty(), Optional.empty(), List.of()), CLOCK);
    private final CollectSource collect = new CollectSource(
            new Feeds(http, new FileFeeds(Settings.from(RunningDigestService.environment("jdbc:none"))), "Sampan/test"),
            new ItemReader(new KindRules(WORDS), new CountryWords(WORDS), new TopicWords(WORDS)),
            clippings,
            sources);

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Market</title><link>https://market.example/</link>"
                + "<description>x</description>" + items + "</channel></rss>";
    }

    private SourceId add(String path) {
        return sources.add(new NewSource(server.at(path), "Market", Optional.empty(), Map.of()))
                .id();
    }

    private Collected collect(SourceId id) {
        return collect.collect(sources.find(id).orElseThrow(), CLOCK);
    }

    @Test
    void sourceThatMovedForGoodIsAskedAtItsNewAddressAndItsItemsAreKnownStill() {
        SourceId id = add("/old");
        server.on("/old", rss(ITEMS)).on("/new", rss(ITEMS));
        assertThat(collect(id).fresh()).isEqualTo(2);

        server.redirect("/old", 301, "/new");
        assertThat(collect(id).unchanged()).isEqualTo(2);
        assertThat(collect(id).unchanged()).isEqualTo(2);

        Source moved = sources.find(id).orElseThrow();
        assertThat(moved.url()).isEqualTo(server.at("/old"));
        assertThat(moved.address()).isEqualTo(server.at("/new"));
        assertThat(moved.items()).isEqualTo(2);
        assertThat(server.asked("/old")).isEqualTo(2);
        assertThat(add("/new")).isEqualTo(id);
    }

    @Test
    void sourceIsNotBelievedToHaveMovedWhereThereIsNoFeed() {
        SourceId id = add("/feed");
        server.redirect("/feed", 301, "/parked").on("/parked", "<html><body>This domain is for sale");

        assertThat(collect(id).problem()).contains("is a web page, no feed");
        Source ailing = sources.find(id).orElseThrow();
        assertThat(ailing.address()).isEqualTo(server.at("/feed"));
        assertThat(ailing.state()).isEqualTo(SourceState.AILING);
    }

    @Test
    void itemsOfOneGuidAndOneAddressBecomeClippingsOfTheirOwn() {
        SourceId id = add("/feed");
        server.on(
                "/feed",
                rss(ITEMS.replaceAll(
                        "<guid>\\d</guid>",
                        "<guid>https://market.example/</guid><link>https://market.example/</link>")));

        assertThat(collect(id).fresh()).isEqualTo(2);
        assertThat(collect(id).unchanged()).isEqualTo(2);
        assertThat(clippings.page(Optional.empty(), 10))
                .extracting(Clipping::story)
                .extracting(story -> story.title())
                .containsExactlyInAnyOrder("A strike at the ferry", "A fair at the harbour");
    }

    @Test
    void whatASourceAllowsHoldsForWhatItHasGivenAlsoWhenItIsRemoved() {
        SourceId id = add("/feed");
        server.on("/feed", rss(ITEMS));
        collect(id);
        Terms terms = new Terms(Optional.of(60), List.of("© Market"));
        sources.change(
                id,
                new NewSource(
                        server.at("/feed"),
                        "Market",
                        Optional.empty(),
                        Map.of(),
                        terms.excerpt(),
                        Optional.of("© Market")));
        assertThat(clippings.page(Optional.empty(), 10))
                .extracting(Clipping::terms)
                .containsOnly(terms);

        sources.remove(id);
        assertThat(clippings.page(Optional.empty(), 10))
                .extracting(Clipping::terms)
                .containsOnly(terms);

        add("/feed");
        assertThat(clippings.page(Optional.empty(), 10))
                .extracting(Clipping::terms)
                .containsOnly(Terms.NONE);
    }

    @Test
    void itemThatCannotBeKeptIsPassedOverAndTheOthersAreKept() {
        SourceId id = add("/feed");
        server.on(
                "/feed",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"A \\u0000 strike\"},"
                        + "{\"id\":\"2\",\"title\":\"A fair at the harbour\"},{\"id\":\"3\",\"url\":\"http://[::::]/\"}]}");

        assertThat(collect(id).problem()).isEmpty();
        assertThat(clippings.page(Optional.empty(), 10))
                .extracting(one -> one.story().title())
                .contains("A fair at the harbour");
    }

    @Test
    void feedThatBreaksOffChangesNothingOfWhatWasCollected() {
        SourceId id = add("/feed");
        server.on("/feed", rss(ITEMS));
        collect(id);
        server.on("/feed", rss(ITEMS).substring(0, 150));

        assertThat(collect(id).problem()).isPresent();
        assertThat(sources.find(id).orElseThrow().items()).isEqualTo(2);
    }
}
