package org.sampan.digest.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A feed before it has a form. Addresses are whole.
 *
 * @param page the page it is the feed of
 * @param folder the address it has, but for {@code feed.atom}, {@code feed.rss} or {@code feed.json}
 * @param language BCP 47 tag; empty when its entries are in several
 */
record NewsFeed(String title, String page, String folder, Optional<String> language, List<Entry> entries) {

    /** @param html safe */
    record Entry(
            String page,
            String title,
            Optional<String> language,
            Optional<String> author,
            Instant updated,
            String html) {}

    String address(FeedForm form) {
        return folder + "/" + form.file();
    }

    /** When it last changed; the beginning of time for an empty one, so that it always is the same. */
    Instant updated() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
