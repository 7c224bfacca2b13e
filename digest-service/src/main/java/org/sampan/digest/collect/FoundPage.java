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

    /** The site it is of. */
    URI site() {
        return offer.origin().source();
    }
}
