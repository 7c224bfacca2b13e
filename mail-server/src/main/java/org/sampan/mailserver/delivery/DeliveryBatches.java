package org.sampan.mailserver.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger as those see it who send. What is claimed is leased: a node that dies loses its leases when they run out, and
 * another goes on. Safe for many threads and many nodes.
 */
public interface DeliveryBatches {
    /** How long a lease lasts unless renewed. */
    Duration LEASE = Duration.ofSeconds(30);

    /** Gives back at once what a former process of the same installation held. */
    void takeBack(NodeName node);

    /** Batches with open copies whose time has come, those of short deliveries before the rest of long ones. */
    List<DeliveryBatch> claim(NodeName node, int most);

    /** Deferred copies whose time has come, longest due first. */
    List<DueRetry> claimRetries(NodeName node, int most);

    /**
     * Who of these still is to get the delivery's copies; those who left or are suspended are missing, unless it is for all who
     * got an earlier one.
     */
    Map<Long, Recipient> recipients(StoredMessage message, Collection<Long> persons);

    /** Empty when the delivery is finished or its list gone. */
    Optional<StoredMessage> message(long delivery);

    /**
     * Writes outcomes in one transaction, and finishes deliveries of which nothing is open any more. An outcome for a copy that
     * already has one is passed over, so telling twice does no harm. A batch without open copies is done.
     */
    void record(NodeName node, Collection<CopyOutcome> outcomes);

    /**
     * Lengthens the node's leases on these.
     *
     * @return those it does not hold any more
     */
    List<Long> renew(NodeName node, Collection<Long> batches);

    /**
     * Lengthens the node's leases on these retries.
     *
     * @return those it does not hold any more
     */
    List<DueRetry> renewRetries(NodeName node, Collection<DueRetry> retries);

    /** Gives some of what the node holds back as it was: it is not to be sent now. */
    void giveBack(NodeName node, Collection<Long> batches, Collection<DueRetry> retries);

    /** Gives some back that are not to be claimed before so long, unless they are called. */
    void park(NodeName node, Collection<Long> batches, Duration pause);

    /** What was parked may be claimed at once. */
    void call(Collection<Long> batches);

    /** Gives back all the node holds. */
    void release(NodeName node);
}
