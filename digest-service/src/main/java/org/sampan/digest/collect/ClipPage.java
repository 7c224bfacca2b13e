package org.sampan.digest.collect;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.clipping.SavedCopy;
import org.sampan.digest.source.Source;
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
        Instant now = clock.instant();
        Fetched.Body body = feeds.page(url);
        WebPage page = WebPage.read(url, body);
        Source site = Source.elsewhere(url.resolve("/"), page.site(), Optional.of(Kind.NEWS_CLIPPING));
        Offer offer = items.read(page.item(), new Feed("", page.language(), List.of()), site, now);
        clippings.take(offer);
        ClippingId id = clippings
                .findItem(site.url(), offer.item())
                .orElseThrow(() -> new IllegalStateException("a clipping that was taken is there"));
        copies.keep(id, SavedCopy.of(url, now, body.contentType().orElse(""), body.bytes()));
        LOGGER.info("event=page-clipped clipping={} url={}", id.value(), url);
        return id;
    }
}
