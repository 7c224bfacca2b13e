package org.sampan.mailserver.deliver;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.sampan.mailserver.delivery.DeliveryBatches;

/**
 * What this node holds for a batch or a retry: as long as copies of it are open, the lease is renewed. One that could not be renewed in
 * time counts as lost before it runs out in the ledger, so that no other node sends at the same time. Safe for many threads.
 */
final class Lease {
    /** Shorter than in the ledger by what a copy may need that is taken from the line in the last moment. */
    static final Duration VALID = DeliveryBatches.LEASE.minusSeconds(5);

    private final Claim claim;
    private final AtomicInteger unsettled;
    private final AtomicInteger unwritten;
    private volatile long since;
    private volatile boolean lost;
    private volatile boolean withdrawn;
    private volatile Duration pause = Duration.ZERO;

    /**
     * @param open copies of it that have to go
     * @param since {@link System#nanoTime} before it was asked for
     */
    Lease(Claim claim, int open, long since) {
        this.claim = claim;
        this.unsettled = new AtomicInteger(open);
        this.unwritten = new AtomicInteger(open);
        this.since = since;
    }

    Claim claim() {
        return claim;
    }

    /** Number of the batch; 0: a retry. */
    long batch() {
        return claim instanceof Claim.Batch batch ? batch.id() : 0;
    }

    /** @param since {@link System#nanoTime} before it was asked for; too late for a lease that is lost */
    void renewed(long since) {
        if (!isLost()) {
            this.since = since;
        }
    }

    /** Another node has it now; what is not sent yet is no longer ours to send. */
    void lose() {
        lost = true;
    }

    boolean isLost() {
        if (!lost && System.nanoTime() - since > VALID.toNanos()) {
            lost = true;
        }
        return lost;
    }

    /** Some of its copies are not to be sent now: it goes back when the others are through. */
    void withdraw() {
        withdrawn = true;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /** Some of its copies are not to be sent before so long: it goes back when the others are through. */
    void park(Duration atLeast) {
        if (atLeast.compareTo(pause) > 0) {
            pause = atLeast;
        }
    }

    /** How long it is not to be claimed when it goes back; zero unless parked. */
    Duration pause() {
        return pause;
    }

    /** Whether copies of it still have to go. */
    boolean isOpen() {
        return unsettled.get() > 0;
    }

    /** The outcome of one copy is known. */
    void settled() {
        unsettled.decrementAndGet();
    }

    /** Nothing of it was put into a line. @return how many copies were open */
    int abandon() {
        unwritten.set(0);
        return unsettled.getAndSet(0);
    }

    /**
     * The outcome of one copy is in the database.
     *
     * @return whether this was the last of them
     */
    boolean written() {
        return unwritten.decrementAndGet() == 0;
    }
}
