package org.sampan.digest.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** Names the item within its source; at least one of the three is there (see {@link FeedReader}). */
    String identity() {
        return guid.or(() -> link).orElse(title);
    }
}
