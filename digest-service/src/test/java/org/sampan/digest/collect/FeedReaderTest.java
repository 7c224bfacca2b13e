package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.source.Validators;

class FeedReaderTest {
    private static Fetched.Body body(byte[] bytes, Optional<String> type) {
        return new Fetched.Body(bytes, type, Validators.NONE);
    }

    static Feed read(String file) throws FeedProblem, IOException {
        try (InputStream in = FeedReaderTest.class.getResourceAsStream(file)) {
            return new FeedReader()
                    .read(body(Objects.requireNonNull(in).readAllBytes(), Optional.empty()), "https://feed.example/");
        }
    }

    @Test
    void rssIsReadWithContentCategoriesCreatorAndSource() throws Exception {
        Feed feed = read("harbour.rss");

        assertThat(feed.title()).isEqualTo("Harbour Workers' Centre");
        assertThat(feed.language()).contains(Locale.ENGLISH);
        FeedItem ferry = feed.items().get(1);
        assertThat(ferry.outlet()).contains("The Delta Courier");
        assertThat(ferry.authors()).containsExactly("webmaster");
        assertThat(ferry.categories()).containsExactly("Uncategorized");
        assertThat(ferry.publishedAt()).contains(Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(ferry.html()).startsWith("<p>Ferry workers");
        assertThat(feed.items().get(0).title())
                .isEqualTo("PRESS RELEASE: Harbour Workers’ Centre opens a night clinic");
        assertThat(feed.items().get(2).html()).contains("river festival");
    }

    @Test
    void atomIsReadWithItsSource() throws Exception {
        Feed feed = read("riverside.atom");

        FeedItem ferry = feed.items().get(0);
        assertThat(ferry.title()).isEqualTo("Ferry workers on the lower river win a day of rest");
        assertThat(ferry.outlet()).contains("The Delta Courier");
        assertThat(ferry.guid()).contains("tag:riverside.example,2026:77");
        assertThat(ferry.publishedAt()).contains(Instant.parse("2026-11-15T08:00:00Z"));
        assertThat(feed.items().get(1).publishedAt()).contains(Instant.parse("2026-11-19T10:00:00Z"));
    }

    @Test
    void jsonFeedIsReadWithItsAuthorsAndTags() throws Exception {
        Feed feed = read("harbour.json");

        assertThat(feed.title()).isEqualTo("Harbour Workers’ Centre");
        assertThat(feed.items()).hasSize(2);
        FeedItem cranes = feed.items().get(0);
        assertThat(cranes.authors()).containsExactly("Malee Srisuk", "Htun Oo");
        assertThat(cranes.publishedAt()).contains(Instant.parse("2026-11-20T02:30:00Z"));
        assertThat(cranes.categories()).containsExactly("Activities", "Safety");
        FeedItem bare = feed.items().get(1);
        assertThat(bare.identity()).isEqualTo("8");
        assertThat(bare.authors()).containsExactly("The Centre");
        assertThat(bare.publishedAt()).isEmpty();
        assertThat(bare.html()).isEqualTo("1 &lt; 2 &amp; no title");
    }

    @Test
    void otherJsonIsNoFeed() {
        assertThatThrownBy(() -> new FeedReader()
                        .read(body("{\"error\":\"none\"}".getBytes(StandardCharsets.UTF_8), Optional.empty()), "x"))
                .isInstanceOf(FeedProblem.class)
                .hasMessageContaining("no JSON Feed");
    }
}
