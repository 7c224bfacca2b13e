package org.sampan.mailserver.deliver;

import java.util.concurrent.atomic.AtomicInteger;

/** What this node holds for a batch: as long as copies of it are open, the lease is renewed. Safe for many threads. */
final class Lease {
    private final long batch;
    private final AtomicInteger open;
    private volatile boolean lost;

    /** @param batch 0: a retry */
    Lease(long batch, int open) {
        this.batch = batch;
        this.open = new AtomicInteger(open);
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

    /** @return whether this was the last open copy */
    boolean written() {
        return open.decrementAndGet() == 0;
    }
}
