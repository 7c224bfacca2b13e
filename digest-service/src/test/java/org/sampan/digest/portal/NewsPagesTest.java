package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Sources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsPagesTest {
    private PortalScene scene = PortalScene.fresh();
    private WebVisitor visitor = scene.visitor();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        visitor = scene.visitor();
    }

    @Test
    void editionShowsItsSectionsWithBylineOutletAndSources() {
        Document page = visitor.get("/news/mekong-weekly/1");
        assertThat(page.select("main h2").eachText()).containsExactly("In this edition", "Statements", "News");
        Element wages = page.select(".story:contains(Harbour workers)").get(0);
        assertThat(wages.text()).contains("Mali Srisuk", "The River Post", "10 November 2026", "Thailand");
        assertThat(wages.select("a").eachText()).contains("Read the original", "first.example", "second.example");
    }

    @Test
    void everyStoryIsMarkedWithItsOwnLanguage() {
        Document page = visitor.get("/news/mekong-weekly/1");
        assertThat(page.select(".story h3").eachAttr("lang")).containsExactly("en", "vi", "zh", "en", "my", "km", "th");
    }

    @Test
    void editionDescribesItselfToThoseWhoShareIt() {
        Document page = visitor.get("/news/mekong-weekly/1");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Mekong weekly 1");
        assertThat(page.select("meta[property=og:url]").attr("content"))
                .isEqualTo("http://news.example/news/mekong-weekly/1");
        assertThat(page.select("meta[property=og:description]").attr("content"))
                .contains("Nobody should pay for a job");
        assertThat(page.select("meta[property=og:locale]").attr("content")).isEqualTo("en_GB");
        assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void everySharedPageHasAPictureOfItsOwnThatIsAskedForOnce() throws Exception {
        for (String path :
                List.of("/", "/news/mekong-weekly/1", itemCalled("Harbour workers"), "/news/kinds/statement")) {
            String address = visitor.get(path).select("meta[property=og:image]").attr("content");
            assertThat(address).as(path).startsWith("http://news.example/").endsWith("picture.png");
            visitor.get(address.replace("http://news.example", ""));
            assertThat(visitor.header("Content-Type")).isEqualTo("image/png");
            BufferedImage picture =
                    ImageIO.read(new ByteArrayInputStream(visitor.answer().body()));
            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(1200, 630);
            visitor.get(address.replace("http://news.example", ""), Map.of("If-None-Match", visitor.header("ETag")));
            assertThat(visitor.status()).isEqualTo(304);
        }
        visitor.get("/news/mekong-weekly/2/picture.png");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void editionThatIsNotPublishedIsNotThere() {
        visitor.get("/news/mekong-weekly/2");
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/news/mekong-weekly/99999999999");
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/news/no-such-series");
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/news/no-such-series/feed.atom");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void seriesLeadsToItsEditionsAndItsFeed() {
        Document page = visitor.get("/news/mekong-weekly");
        assertThat(page.select(".card a").eachAttr("href")).contains("/news/mekong-weekly/1");
        assertThat(page.select("link[type=application/atom+xml]").eachAttr("href"))
                .contains("/news/mekong-weekly/feed.atom");
    }

    @Test
    void feedsCarryPublishedEditions() throws Exception {
        for (String path : List.of("/news/mekong-weekly/feed.atom", "/news/feed.atom")) {
            visitor.get(path);
            assertThat(visitor.header("Content-Type")).startsWith("application/atom+xml");
            SyndFeed feed = new SyndFeedInput()
                    .build(new XmlReader(
                            new ByteArrayInputStream(visitor.answer().body())));
            // The desk's tests may have published another one on the same scene.
            assertThat(feed.getEntries())
                    .filteredOn(entry -> entry.getLink().equals("http://news.example/news/mekong-weekly/1"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getContents().get(0).getValue())
                            .contains("ศูนย์ช่วยเหลือแรงงานข้ามชาติ", "lang=\"km\""));
        }
    }

    @Test
    void unchangedEditionIsNotSentAgain() {
        visitor.get("/news/mekong-weekly/1");
        String tag = visitor.header("ETag");
        assertThat(tag).isNotEmpty();
        visitor.get("/news/mekong-weekly/1", Map.of("If-None-Match", tag));
        assertThat(visitor.status()).isEqualTo(304);
        assertThat(visitor.answer().body()).isEmpty();
        visitor.get("/news/mekong-weekly/1?lang=th", Map.of("If-None-Match", tag));
        assertThat(visitor.status()).isEqualTo(200);
    }

    private String itemCalled(String title) {
        return visitor.get("/news/mekong-weekly/1")
                .select("h3 a:contains(" + title + ")")
                .attr("href");
    }

    @Test
    void storyHasAPageOfItsOwnThatTellsWhereItComesFrom() {
        String path = itemCalled("Harbour workers");
        Document page = visitor.get(path);
        assertThat(page.select("h1").attr("lang")).isEqualTo("en");
        assertThat(page.select("main").text()).contains("Mali Srisuk", "The River Post", "Mekong weekly 1");
        assertThat(page.select("section:has(#provenance) li").eachText())
                .anyMatch(line -> line.contains("first.example"))
                .anyMatch(line -> line.contains("second.example"));
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo("http://news.example" + path);
    }

    @Test
    void storiesStandOnTheShelvesOfTheirKindCountryAndLanguage() {
        for (String shelf : List.of("/news/kinds/news-clipping", "/news/countries/th", "/news/languages/km")) {
            Document page = visitor.get(shelf);
            assertThat(visitor.status()).as(shelf).isEqualTo(200);
            assertThat(page.select(".card h2 a").eachText()).as(shelf).anyMatch(title -> title.startsWith("កម្មករ"));
        }
        assertThat(visitor.get("/news/languages/km").select(".card")).hasSize(1);
        assertThat(visitor.get("/news/topics/no-such-topic").select(".card")).isEmpty();
        for (String missing :
                List.of("/news/kinds/gossip", "/news/countries/TH", "/news/languages/!", "/news/items/0")) {
            visitor.get(missing);
            assertThat(visitor.status()).as(missing).isEqualTo(404);
        }
    }

    @Test
    void draftsStoriesAreNowhere() {
        assertThat(visitor.get("/news/kinds/statement").text()).doesNotContain("A draft nobody may see yet");
        String draft = scene.service
                .bean(Clippings.class)
                .page(ClippingFilter.ALL.withWords("draft nobody"), Optional.empty(), 1)
                .get(0)
                .id()
                .toString();
        visitor.get("/news/items/" + draft);
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/news/kinds/statement/feed.json");
        assertThat(new String(visitor.answer().body(), StandardCharsets.UTF_8)).doesNotContain("draft nobody");
    }

    @Test
    void noMoreIsShownOfAStoryThanItsSourceAllowsAndItsLineStandsWithIt() {
        URI strict = URI.create("https://strict-times.example/feed");
        scene.service
                .bean(Sources.class)
                .add(new NewSource(
                        strict,
                        "Strict",
                        Optional.empty(),
                        Map.of(),
                        Optional.of(60),
                        Optional.of("© Strict, CC BY-ND")));
        Clippings clippings = scene.service.bean(Clippings.class);
        String text = "The first pages of the report are about the pier. The tail of it is for subscribers alone.";
        Story story = new Story(
                "A report that its paper sells",
                Kind.PUBLICATION,
                Instant.parse("2026-11-10T02:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Locale.ENGLISH,
                Optional.empty(),
                Optional.of(URI.create("https://strict-times.example/report")),
                "<p>" + text + "</p>",
                text);
        clippings.take(new Offer(story, new Origin(strict, story.link(), Optional.empty(), Instant.EPOCH), "report"));
        ClippingId id = clippings.findItem(strict, "report").orElseThrow();
        clippings.noteShown(List.of(id), Instant.parse("2026-11-11T02:00:00Z"));

        String shelf = "/news/kinds/publication";
        for (String path :
                List.of("/news/items/" + id, shelf, shelf + "/feed.atom", shelf + "/feed.rss", shelf + "/feed.json")) {
            visitor.get(path);
            assertThat(new String(visitor.answer().body(), StandardCharsets.UTF_8))
                    .as(path)
                    .contains("© Strict, CC BY-ND", "The first pages of the report")
                    .doesNotContain("for subscribers alone");
        }
    }

    @Test
    void everyShelfAndSeriesIsAFeedInThreeFormsAskedForOnlyOnce() throws Exception {
        for (String page : List.of("/news/mekong-weekly", "/news/kinds/statement", "/news/languages/th")) {
            for (String form : List.of("atom", "rss")) {
                visitor.get(page + "/feed." + form);
                assertThat(visitor.header("Content-Type")).startsWith("application/" + form + "+xml");
                assertThat(new SyndFeedInput()
                                .build(new XmlReader(new ByteArrayInputStream(
                                        visitor.answer().body())))
                                .getEntries())
                        .as(page + form)
                        .isNotEmpty();
            }
            visitor.get(page + "/feed.json");
            JsonNode feed = JsonMapper.shared().readTree(visitor.answer().body());
            assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
            assertThat(feed.path("items").get(0).path("url").asString()).startsWith("http://news.example/news/");
            String modified = visitor.header("Last-Modified");
            visitor.get(page + "/feed.json", Map.of("If-Modified-Since", modified));
            assertThat(visitor.status()).isEqualTo(304);
        }
    }
}
