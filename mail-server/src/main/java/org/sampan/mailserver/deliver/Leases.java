package org.sampan.mailserver.deliver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sampan.mailserver.delivery.DeliveryBatch;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.delivery.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The batches this node holds, renewed as long as copies of them are open. Safe for many threads. */
final class Leases {
    private static final Logger LOGGER = LoggerFactory.getLogger(Leases.class);

    private final Map<Long, Lease> held = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final int few;
    private final Runnable onFew;

    /** @param onFew called when the copies that are open become fewer than {@code few} */
    Leases(int few, Runnable onFew) {
        this.few = few;
        this.onFew = onFew;
    }

    /** Whether so few copies are open that more should be claimed. */
    boolean areFew() {
        return open.get() < few;
    }

    /** Empty when it is held already: its lease ran out and was claimed again by ourselves. */
    Optional<Lease> begin(DeliveryBatch batch) {
        int copies = batch.open();
        Lease lease = new Lease(batch.id(), copies);
        if (held.putIfAbsent(batch.id(), lease) != null) {
            return Optional.empty();
        }
        open.addAndGet(copies);
        return Optional.of(lease);
    }

    Lease beginRetry() {
        open.incrementAndGet();
        return new Lease(0, 1);
    }

    /** The outcome of one copy is known. */
    void settled(Lease lease) {
        lease.settled();
        if (open.decrementAndGet() == few - 1) {
            onFew.run();
        }
    }

    /** The outcome of one copy is in the database. */
    void written(Lease lease) {
        if (lease.written()) {
            held.remove(lease.batch(), lease);
        }
    }

    void renew(DeliveryBatches batches, NodeName node) {
        List<Long> ids = List.copyOf(held.keySet());
        if (!ids.isEmpty()) {
            batches.renew(node, ids).forEach(this::lose);
        }
        batches.renewRetries(node);
    }

    private void lose(long batch) {
        Lease lease = held.remove(batch);
        // Where nothing is left to send, it is not the lease that went: the batch is done.
        if (lease != null && lease.isOpen()) {
            lease.lose();
            LOGGER.warn("event=lease-lost batch={}", batch);
        }
    }
}
