package org.sampan.mailserver.deliver;

import java.time.Duration;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.delivery.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done now and then: leases are renewed, and who got what long ago is forgotten. For one thread. */
final class Housekeeping {
    static final Duration EACH = DeliveryBatches.LEASE.dividedBy(3);
    private static final Duration FORGET_EACH = Duration.ofHours(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(Housekeeping.class);

    private final Leases leases;
    private final DeliveryBatches batches;
    private final NodeName node;
    private final Deliveries deliveries;
    private final Duration keep;
    private long forgetAt = System.nanoTime();

    Housekeeping(Leases leases, DeliveryBatches batches, NodeName node, Deliveries deliveries, Duration keep) {
        this.leases = leases;
        this.batches = batches;
        this.node = node;
        this.deliveries = deliveries;
        this.keep = keep;
    }

    void run() {
        leases.renew(batches, node);
        if (System.nanoTime() - forgetAt >= 0) {
            forgetAt = System.nanoTime() + FORGET_EACH.toNanos();
            int forgotten = deliveries.forget(keep);
            if (forgotten > 0) {
                LOGGER.info("event=recipients-forgotten deliveries={}", forgotten);
            }
        }
    }
}
