package org.sampan.digest.clipping;

import java.util.Optional;

/**
 * Clippings as they were, for whoever wants to take back what was done to them. To be asked within a transaction. Safe for
 * many threads.
 */
public interface Snapshots {

    /** Nobody else changes the clipping until the transaction ends; empty when there is none. */
    Optional<Snapshot> take(ClippingId id);

    /** Makes the clipping say what it said, and be edited and omitted or not as it was; what hangs on it stays. */
    void restoreStory(Snapshot past);

    /**
     * Brings back a clipping that is gone, under its number, with all that hung on it and hangs on another now.
     *
     * @param holder the other, as it was before it had them
     *
     * @return false when something of it hangs on neither of them any more: nothing is changed then
     */
    boolean bringBack(Snapshot gone, Snapshot holder);

    /** Gives what {@code made} was met as to {@code holder} and removes it; false when an edition carries it. */
    boolean dissolve(Snapshot made, ClippingId holder);

    /** An edition holds on to it, be it a draft: it cannot go. */
    boolean isCarried(ClippingId id);

    /** Removes a clipping and all that hangs on it; false when an edition carries it. */
    boolean remove(ClippingId id);
}
