package org.sampan.digest.collect;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.clipping.SavedCopy;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Validators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a clipping of a page somebody found: its article, credits and date, and a copy of the page as it was, since pages
 * disappear. The same page again is the same clipping.
 */
@Component
public class ClipPage {
    private static final Logger LOGGER = LoggerFactory.getLogger(ClipPage.class);

    private final Feeds feeds;
    private final ItemReader items;
    private final Clippings clippings;
    private final SavedCopies copies;
    private final Clock clock;

    ClipPage(Feeds feeds, ItemReader items, Clippings clippings, SavedCopies copies, Clock clock) {
        this.feeds = feeds;
        this.items = items;
        this.clippings = clippings;
        this.copies = copies;
        this.clock = clock;
    }

    /** @throws FeedProblem when the page cannot be fetched, or holds no article */
    public ClippingId clip(URI url) throws FeedProblem {
        return keep(look(url));
    }

    /**
     * What would be kept; nothing is yet.
     *
     * @throws FeedProblem when the page cannot be fetched, or holds no article
     */
    public FoundPage look(URI url) throws FeedProblem {
        Fetched.Body body = feeds.page(url);
        // As exact as the database keeps it: by this moment the clipping is known to be made of this page.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return read(SavedCopy.of(url, now, body.contentType().orElse(""), body.bytes()));
    }

    /**
     * The same of a page that was fetched before. One at a time: looking for an article may take a hundred megabytes for some seconds.
     *
     * @throws FeedProblem when it holds no article
     */
    public synchronized FoundPage read(SavedCopy copy) throws FeedProblem {
        URI url = copy.url();
        Optional<String> type = Optional.of(copy.contentType()).filter(it -> !it.isEmpty());
        WebPage page = WebPage.read(url, new Fetched.Body(copy.bytes(), type, Validators.NONE));
        Source site = Source.elsewhere(url.resolve("/"), page.site(), Optional.of(Kind.NEWS_CLIPPING));
        Feed feed = new Feed("", page.language(), List.of());
        return new FoundPage(copy, items.read(page.item(), feed, site, copy.fetchedAt()));
    }

    public ClippingId keep(FoundPage page) {
        clippings.take(page.offer());
        ClippingId id = clippings
                .findItem(page.site(), page.offer().item())
                .orElseThrow(() -> new IllegalStateException("a clipping that was taken is there"));
        copies.keep(id, page.copy());
        LOGGER.info(
                "event=page-clipped clipping={} url={}", id.value(), page.copy().url());
        return id;
    }
}
