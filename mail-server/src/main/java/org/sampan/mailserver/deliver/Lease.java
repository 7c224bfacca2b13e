package org.sampan.mailserver.deliver;

import java.util.concurrent.atomic.AtomicInteger;

/** What this node holds for a batch: as long as copies of it are open, the lease is renewed. Safe for many threads. */
final class Lease {
    private final long batch;
    private final AtomicInteger unsettled;
    private final AtomicInteger unwritten;
    private volatile boolean lost;

    /** @param batch 0: a retry */
    Lease(long batch, int open) {
        this.batch = batch;
        this.unsettled = new AtomicInteger(open);
        this.unwritten = new AtomicInteger(open);
    }

    long batch() {
        return batch;
    }

    /** Another node has the batch now; what is not sent yet is no longer ours to send. */
    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    /** Whether copies of it still have to go. */
    boolean isOpen() {
        return unsettled.get() > 0;
    }

    /** The outcome of one copy is known. */
    void settled() {
        unsettled.decrementAndGet();
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
