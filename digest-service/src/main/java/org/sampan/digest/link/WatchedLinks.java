package org.sampan.digest.link;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;

/**
 * The links of what readers may see. A clipping that is given another link has a new one, of which nothing is known yet; what was
 * known of the old one comes back with it. Safe for many threads and nodes.
 */
public interface WatchedLinks {

    /**
     * Begins to watch those that are not watched yet, at most {@code most}, the latest shown first.
     *
     * @return how many
     */
    int begin(Instant due, int most);

    /** Those that are due, the longest first, at most {@code limit}; nobody else gets them before {@code until}. */
    List<WatchedLink> claim(Instant now, Instant until, int limit);

    /** Keeps what was found; whether somebody vouches for it stays as it is. */
    void keep(WatchedLink link);

    /** The link that the clipping has now; empty when it is not watched. */
    Optional<WatchedLink> find(ClippingId id);

    /** Those whose original is {@linkplain LinkState#GONE gone}. */
    Map<ClippingId, WatchedLink> gone(Collection<ClippingId> ids);

    /** Believed to be so, the latest first, at most {@code limit}; {@code after} is the last of the page before. */
    List<WatchedLink> page(LinkState state, Optional<ClippingId> after, int limit);

    /** How many are believed to be {@linkplain LinkState#GONE gone} and {@linkplain LinkState#MOVED moved}. */
    Map<LinkState, Integer> lost();

    /** Says that it is fine, or takes that back; false when that was said before, or there is no such link. */
    boolean vouch(ClippingId id, URI url, boolean fine);
}
