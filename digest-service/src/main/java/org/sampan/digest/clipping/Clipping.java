package org.sampan.digest.clipping;

import java.time.Instant;
import java.util.List;
import org.sampan.digest.markdown.Excerpt;

/**
 * A story the newsroom keeps, with every place it was met.
 *
 * @param origins at least one, in the order they were met
 */
public record Clipping(ClippingId id, Story story, List<Origin> origins, Instant collectedAt, ClippingState state) {
    public Clipping {
        origins = List.copyOf(origins);
    }

    /** The desk has left it out: it goes into no edition. */
    public boolean omitted() {
        return state == ClippingState.OMITTED;
    }

    /** Its text came first by a mail behind which nobody is known to stand: somebody has to look at it. */
    public boolean isUnproven() {
        return origins.get(0).isUnproven();
    }

    /** On what terms readers may see it. */
    public Terms terms() {
        return Terms.of(origins);
    }

    /** What readers may see of it: no more of its text than the strictest of its sources lets be shown. */
    public Story printed() {
        return terms().excerpt()
                .map(letters -> story.within(new Excerpt(letters)))
                .orElse(story);
    }
}
