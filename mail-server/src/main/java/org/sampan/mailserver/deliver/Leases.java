package org.sampan.mailserver.deliver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.sampan.mailserver.delivery.DeliveryBatch;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.delivery.DueRetry;
import org.sampan.mailserver.delivery.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The batches and retries this node holds, renewed as long as copies of them are open. Safe for many threads. */
final class Leases {
    private static final Logger LOGGER = LoggerFactory.getLogger(Leases.class);

    private final Map<Claim, Lease> held = new ConcurrentHashMap<>();
    private final Queue<Claim> withdrawn = new ConcurrentLinkedQueue<>();
    private final Queue<Lease> parked = new ConcurrentLinkedQueue<>();
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

    /** Copies that are claimed and not settled. */
    int open() {
        return open.get();
    }

    /**
     * Empty when it is held already: its lease ran out, or a crash of the database took it, and we claimed it again.
     *
     * @param since {@link System#nanoTime} before it was claimed
     */
    Optional<Lease> begin(DeliveryBatch batch, long since) {
        return begin(new Lease(new Claim.Batch(batch.id()), batch.open(), since), batch.open());
    }

    /** The same for a retry. */
    Optional<Lease> beginRetry(DueRetry retry, long since) {
        return begin(new Lease(new Claim.Retry(retry), 1, since), 1);
    }

    /** Its copies could not be looked up: it comes back when its lease has run out. */
    void abandon(Lease lease) {
        held.remove(lease.claim(), lease);
        open.addAndGet(-lease.abandon());
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
            held.remove(lease.claim(), lease);
            if (!lease.pause().isZero()) {
                parked.add(lease);
            } else if (lease.isWithdrawn()) {
                withdrawn.add(lease.claim());
            }
        }
    }

    /** It is not to be sent now. What it is of goes back to the ledger when what is under way of that is written. */
    void withdraw(Copy copy) {
        copy.lease().withdraw();
        settled(copy.lease());
        written(copy.lease());
    }

    /** One copy of it is not to be sent before so long. It goes back like one that is withdrawn. */
    void park(Lease lease, Duration pause) {
        lease.park(pause);
        settled(lease);
        written(lease);
    }

    boolean isHeld(long batch) {
        return held.containsKey(new Claim.Batch(batch));
    }

    /** Tells the ledger what was withdrawn. */
    void giveBack(DeliveryBatches batches, NodeName node) {
        giveBackParked(batches, node);
        List<Long> ids = new ArrayList<>();
        List<DueRetry> retries = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (Claim claim = withdrawn.poll(); claim != null; claim = withdrawn.poll()) {
            claims.add(claim);
            sort(claim, ids, retries);
        }
        try {
            if (!claims.isEmpty()) {
                batches.giveBack(node, ids, retries);
            }
        } catch (RuntimeException e) {
            withdrawn.addAll(claims);
            throw e;
        }
    }

    private void giveBackParked(DeliveryBatches batches, NodeName node) {
        Map<Duration, List<Long>> byPause = new HashMap<>();
        for (Lease lease = parked.peek(); lease != null; lease = parked.peek()) {
            byPause.computeIfAbsent(lease.pause(), key -> new ArrayList<>()).add(lease.batch());
            parked.remove();
        }
        byPause.forEach((pause, ids) -> batches.park(node, ids, pause));
    }

    void renew(DeliveryBatches batches, NodeName node) {
        List<Long> ids = new ArrayList<>();
        List<DueRetry> retries = new ArrayList<>();
        for (Lease lease : held.values()) {
            if (lease.isLost()) {
                continue;
            }
            sort(lease.claim(), ids, retries);
        }
        long since = System.nanoTime();
        if (!ids.isEmpty()) {
            batches.renew(node, ids).forEach(id -> lose(new Claim.Batch(id)));
            ids.forEach(id -> renewed(new Claim.Batch(id), since));
        }
        if (!retries.isEmpty()) {
            batches.renewRetries(node, retries).forEach(retry -> lose(new Claim.Retry(retry)));
            retries.forEach(retry -> renewed(new Claim.Retry(retry), since));
        }
    }

    private static void sort(Claim claim, List<Long> batches, List<DueRetry> retries) {
        if (claim instanceof Claim.Retry retry) {
            retries.add(retry.due());
        } else if (claim instanceof Claim.Batch batch) {
            batches.add(batch.id());
        }
    }

    private Optional<Lease> begin(Lease lease, int copies) {
        if (held.putIfAbsent(lease.claim(), lease) != null) {
            return Optional.empty();
        }
        open.addAndGet(copies);
        return Optional.of(lease);
    }

    private void renewed(Claim claim, long since) {
        Lease lease = held.get(claim);
        if (lease != null) {
            lease.renewed(since);
        }
    }

    /** It stays in hand until what is under way of it is written: claimed again before, that would be sent again. */
    private void lose(Claim claim) {
        Lease lease = held.get(claim);
        // Where nothing is left to send, it is not the lease that went: the batch is done.
        if (lease != null && lease.isOpen()) {
            lease.lose();
            LOGGER.warn("event=lease-lost claim={}", claim);
        }
    }
}
