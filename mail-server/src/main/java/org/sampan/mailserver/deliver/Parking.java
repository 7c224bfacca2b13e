package org.sampan.mailserver.deliver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sampan.mailserver.delivery.DeliveryBatches;

/**
 * Sends batches back to the ledger while the lines they are for are long enough, and calls them when those get short, so that a slow
 * domain with many readers never keeps the others waiting. Safe for many threads.
 */
final class Parking {
    /** Who is not called, since this process ended, comes back by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final DeliveryBatches batches;
    private final Leases leases;
    private final Runnable onCall;
    private final Queue<Long> called = new ConcurrentLinkedQueue<>();

    /** @param onCall wakes the thread that calls {@link #look} */
    Parking(DeliveryBatches batches, Leases leases, Runnable onCall) {
        this.batches = batches;
        this.leases = leases;
        this.onCall = onCall;
    }

    void park(Copy copy) {
        leases.park(copy.lease(), LONGEST);
    }

    /** There is room for them. */
    void call(Collection<Long> ids) {
        called.addAll(ids);
        onCall.run();
    }

    /** Tells the ledger who was called. */
    void look() {
        List<Long> free = new ArrayList<>();
        List<Long> held = new ArrayList<>();
        for (Long id = called.poll(); id != null; id = called.poll()) {
            (leases.isHeld(id) ? held : free).add(id);
        }
        called.addAll(held);
        if (!free.isEmpty()) {
            batches.call(free);
        }
    }
}
