package org.sampan.digest.collect;

import java.net.URI;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.SavedCopy;
import org.sampan.digest.clipping.Story;

/**
 * An article that was found on a page.
 *
 * @param copy the page as it was fetched
 * @param offer the story as it would be kept
 */
public record FoundPage(SavedCopy copy, Offer offer) {
    public Story story() {
        return offer.story();
    }

    /** As a mail has told of it. */
    FoundPage passedOnBy(URI mailbox) {
        return new FoundPage(copy, new Offer(offer.story(), offer.origin().from(mailbox), offer.item()));
    }

    /** The site it is of, or the mailbox that has told of it. */
    URI site() {
        return offer.origin().source();
    }
}
