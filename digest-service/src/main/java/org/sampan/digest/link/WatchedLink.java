package org.sampan.digest.link;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;

/**
 * The address a story's original is at, and what was found there.
 *
 * @param finding the last time that anything was certain
 * @param times that was found, one after the other; 0: not looked at yet
 * @param since when it was found first of these
 * @param unsure how often nothing certain was found after that
 * @param vouched an editor has said that it is fine: it is not looked at any more
 * @param due when to look again
 */
public record WatchedLink(
        ClippingId clipping,
        URI url,
        LinkFinding finding,
        int times,
        Optional<Instant> since,
        int unsure,
        boolean vouched,
        Instant due) {
    /** Fewer looks than this that agree are no proof. */
    public static final int ENOUGH = 3;

    static WatchedLink unseen(ClippingId clipping, URI url, Instant due) {
        return new WatchedLink(clipping, url, new LinkFinding.Fine(), 0, Optional.empty(), 0, false, due);
    }

    /** What is believed of it: gone or moved only after several looks that agree. */
    public LinkState state() {
        if (vouched || times < ENOUGH) {
            return LinkState.FINE;
        }
        if (finding instanceof LinkFinding.Gone) {
            return LinkState.GONE;
        }
        return finding instanceof LinkFinding.Moved ? LinkState.MOVED : LinkState.FINE;
    }

    /** Where it is now, if it is {@link LinkState#MOVED}. */
    public Optional<URI> movedTo() {
        return state() == LinkState.MOVED && finding instanceof LinkFinding.Moved moved
                ? Optional.of(moved.to())
                : Optional.empty();
    }

    /** How it is gone, if it is {@link LinkState#GONE}. */
    public Optional<Loss> loss() {
        return state() == LinkState.GONE && finding instanceof LinkFinding.Gone gone
                ? Optional.of(gone.loss())
                : Optional.empty();
    }

    /**
     * As it is after one more look.
     *
     * @param pauses until the next: the first after something new or nothing certain, then the others; at least one
     */
    public WatchedLink after(LinkFinding found, Instant now, List<Duration> pauses) {
        if (found instanceof LinkFinding.Unsure) {
            return with(finding, times, since, unsure + 1, now.plus(pause(unsure, pauses)));
        }
        boolean again = times > 0 && isLike(found);
        int agreeing = again ? times + 1 : 1;
        int step = found instanceof LinkFinding.Fine ? agreeing : agreeing - 1;
        return with(found, agreeing, again ? since : Optional.of(now), 0, now.plus(pause(step, pauses)));
    }

    private WatchedLink with(LinkFinding found, int agreeing, Optional<Instant> first, int uncertain, Instant next) {
        return new WatchedLink(clipping, url, found, agreeing, first, uncertain, vouched, next);
    }

    /** Gone is gone, in whatever way; moved only if it is to the same place. */
    private boolean isLike(LinkFinding found) {
        return finding instanceof LinkFinding.Gone ? found instanceof LinkFinding.Gone : finding.equals(found);
    }

    private static Duration pause(int step, List<Duration> pauses) {
        return pauses.get(Math.min(step, pauses.size() - 1));
    }
}
