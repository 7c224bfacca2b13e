package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        assertThat(page.select("script")).isEmpty();
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
        assertThat(page.select(".card a").eachAttr("href")).containsExactly("/news/mekong-weekly/1");
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
            assertThat(feed.getEntries()).singleElement().satisfies(entry -> {
                assertThat(entry.getLink()).isEqualTo("http://news.example/news/mekong-weekly/1");
                assertThat(entry.getContents().get(0).getValue())
                        .contains("ศูนย์ช่วยเหลือแรงงานข้ามชาติ", "lang=\"km\"");
            });
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
}
