package org.sampan.digest.collect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.util.DigestUtils;

/**
 * One item as its feed tells it, nothing judged yet.
 *
 * @param title plain text
 * @param authors as the feed names them
 * @param outlet the feed's {@code source} element: where the item was taken from
 * @param html the fullest text the item has; not cleaned
 * @param base what relative links in it are relative to
 */
record FeedItem(
        String title,
        Optional<String> link,
        Optional<String> guid,
        Optional<Instant> publishedAt,
        List<String> authors,
        Optional<String> outlet,
        List<String> categories,
        String html,
        String base) {

    /** In letters, and in bytes: the database keeps no longer names in order. */
    private static final int LONGEST_NAME = 1_000;

    private static final int MOST_BYTES = 2_000;

    FeedItem {
        guid = guid.map(FeedItem::named);
    }

    FeedItem withoutGuid() {
        return new FeedItem(title, link, Optional.empty(), publishedAt, authors, outlet, categories, html, base);
    }

    FeedItem withGuid(String other) {
        return new FeedItem(title, link, Optional.of(other), publishedAt, authors, outlet, categories, html, base);
    }

    FeedItem withHtml(String other) {
        return new FeedItem(title, link, guid, publishedAt, authors, outlet, categories, other, base);
    }

    FeedItem withoutLink() {
        return new FeedItem(title, Optional.empty(), guid, publishedAt, authors, outlet, categories, html, base);
    }

    /** Names the item within its source; at least one of the three is there (see {@link FeedReader}). */
    String identity() {
        return named(guid.or(() -> link).orElse(title));
    }

    private static String named(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return name.length() <= LONGEST_NAME && bytes.length <= MOST_BYTES
                ? name
                : "md5:" + DigestUtils.md5DigestAsHex(bytes);
    }
}
