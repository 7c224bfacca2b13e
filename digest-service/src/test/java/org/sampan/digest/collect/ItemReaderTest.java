package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.source.Condition;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Validators;

class ItemReaderTest {
    private static final WordFiles WORDS = new WordFiles(Path.of("../config/words"));
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    private static Source source(Optional<Kind> kind) {
        return new Source(
                new SourceId(1),
                new NewSource(URI.create("https://harbour.example/feed/"), "Harbour", kind, Map.of()),
                Condition.UNTRIED,
                Validators.NONE,
                0);
    }

    private static List<Offer> offers(String file) throws Exception {
        Feed feed = FeedReaderTest.read(file);
        ItemReader reader = new ItemReader(new KindRules(WORDS), new CountryWords(WORDS), new TopicWords(WORDS));
        return feed.items().stream()
                .map(item -> reader.read(item, feed, source(Optional.empty()), NOW))
                .toList();
    }

    @Test
    void pressReleaseIsCleanedAndItsLinksLeadStraight() throws Exception {
        Story story = offers("harbour.rss").get(0).story();

        assertThat(story.kind()).isEqualTo(Kind.PRESS_RELEASE);
        assertThat(story.link()).contains(URI.create("https://harbour.example/night-clinic"));
        assertThat(story.html())
                .contains("<a href=\"https://harbour.example/clinic\"")
                .contains("<li>No papers asked</li>")
                .doesNotContain("onclick", "script", "img", "utm_");
        assertThat(story.summary())
                .startsWith("The Harbour Workers’ Centre has opened")
                .doesNotContain("18 November");
        assertThat(story.byline()).isEmpty();
        assertThat(story.publishedAt()).isEqualTo(Instant.parse("2026-11-18T09:00:00Z"));
    }

    @Test
    void newsClippingIsCreditedAndDatedByItsText() throws Exception {
        Story story = offers("harbour.rss").get(1).story();

        assertThat(story.kind()).isEqualTo(Kind.NEWS_CLIPPING);
        assertThat(story.byline()).contains("Malee Srisuk and Somchai Dee");
        assertThat(story.outlet()).contains("The Delta Courier");
        assertThat(story.publishedAt()).isEqualTo(Instant.parse("2026-11-14T12:00:00Z"));
        assertThat(story.country()).contains(new Country("TH"));
    }

    @Test
    void activityIsKnownByItsCategory() throws Exception {
        assertThat(offers("harbour.rss").get(2).story().kind()).isEqualTo(Kind.ACTIVITY);
    }

    @Test
    void burmeseStatementIsKnownByItsTitleAndScript() throws Exception {
        Story story = offers("riverside.atom").get(1).story();

        assertThat(story.kind()).isEqualTo(Kind.STATEMENT);
        assertThat(story.language().toLanguageTag()).isEqualTo("my");
        assertThat(story.html()).contains("အုတ်ဖိုလုပ်သား");
    }
}
