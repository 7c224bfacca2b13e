package org.sampan.digest.clipping;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clippings the newsroom keeps. Safe for many threads. */
public interface Clippings {

    /**
     * Takes what a source offers. The same item again, or the same story from elsewhere, never makes a second clipping;
     * a clipping that the desk has edited, or that an edition carries, keeps its text.
     */
    Reception take(Offer offer);

    Optional<Clipping> find(ClippingId id);

    /** Those of {@code ids} that exist. */
    Map<ClippingId, Clipping> load(Collection<ClippingId> ids);

    /** Newest first, at most {@code limit}, omitted ones too; {@code after} is the last of the page before. */
    List<Clipping> page(Optional<ClippingId> after, int limit);

    /** Not omitted, published at or after {@code since} and before {@code until}, newest first. */
    List<Clipping> publishedBetween(Instant since, Instant until);

    /** Keeps what the desk decided; false when there is no such clipping. */
    boolean change(ClippingId id, Story story, boolean omitted);
}
