package org.sampan.mailserver.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.delivery.CopyOutcome;
import org.sampan.mailserver.delivery.DeliveryBatch;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.delivery.DueRetry;
import org.sampan.mailserver.delivery.NodeName;
import org.sampan.mailserver.delivery.Outcome;
import org.sampan.mailserver.delivery.Recipient;

/** Claims what is to be sent and puts it into the lines of its destinations, never more than a few batches ahead. For one thread. */
final class DeliverBatches {
    private static final int BATCHES_AT_ONCE = 2;
    private static final int RETRIES_AT_ONCE = 200;

    private final DeliveryBatches batches;
    private final NodeName node;
    private final PreparedMessages messages;
    private final RouteTable routes;
    private final OutcomeRecorder outcomes;
    private final Leases leases;
    private final Halts halts;
    private final Parking parking;
    private final WarmUp warmUp;

    DeliverBatches(
            DeliveryBatches batches,
            NodeName node,
            PreparedMessages messages,
            RouteTable routes,
            OutcomeRecorder outcomes,
            Leases leases,
            Halts halts,
            Parking parking,
            WarmUp warmUp) {
        this.batches = batches;
        this.node = node;
        this.messages = messages;
        this.routes = routes;
        this.outcomes = outcomes;
        this.leases = leases;
        this.halts = halts;
        this.parking = parking;
        this.warmUp = warmUp;
    }

    /** @return whether there was anything, so that there may be more */
    boolean claimSome() {
        long since = System.nanoTime();
        List<DeliveryBatch> claimed = batches.claim(node, BATCHES_AT_ONCE);
        claimed.forEach(it -> enqueue(it, since));
        return !claimed.isEmpty();
    }

    /** @return whether there was anything, so that there may be more */
    boolean claimRetries() {
        long since = System.nanoTime();
        List<DueRetry> due = batches.claimRetries(node, RETRIES_AT_ONCE);
        Map<Long, List<DueRetry>> byDelivery = new HashMap<>();
        due.forEach(it -> byDelivery
                .computeIfAbsent(it.delivery(), key -> new ArrayList<>())
                .add(it));
        byDelivery.forEach((delivery, its) -> enqueueRetries(delivery, its, since));
        return !due.isEmpty();
    }

    private void enqueue(DeliveryBatch batch, long since) {
        Optional<PreparedMessage> message = messages.of(batch.delivery());
        Optional<Lease> lease = message.flatMap(it -> leases.begin(batch, since));
        if (message.isEmpty() || lease.isEmpty()) {
            return;
        }
        List<Place> open = new ArrayList<>(batch.recipients().length);
        for (int i = 0; i < batch.recipients().length; i++) {
            if (batch.outcome()[i] == Outcome.OPEN.toByte()) {
                open.add(new Place(batch.recipients()[i], i, 0, lease.get()));
            }
        }
        enqueue(message.get(), message.get().stored().post().isPresent() ? forToday(open) : open);
    }

    /** What is too much for today of a new sender goes back to the ledger until tomorrow. */
    private List<Place> forToday(List<Place> open) {
        int granted = warmUp.take(open.size());
        open.subList(granted, open.size()).forEach(it -> leases.park(it.lease(), warmUp.untilTomorrow()));
        return open.subList(0, granted);
    }

    private void enqueueRetries(long delivery, List<DueRetry> due, long since) {
        Optional<PreparedMessage> message = messages.of(delivery);
        if (message.isEmpty()) {
            return;
        }
        List<Place> places = new ArrayList<>(due.size());
        for (DueRetry retry : due) {
            leases.beginRetry(retry, since)
                    .ifPresent(lease -> places.add(new Place(retry.person(), 0, retry.attempts(), lease)));
        }
        enqueue(message.get(), places);
    }

    private void enqueue(PreparedMessage message, List<Place> places) {
        Map<Long, Recipient> recipients = recipients(message, places);
        List<Copy> copies = new ArrayList<>(places.size());
        for (Place place : places) {
            Recipient recipient = recipients.get(place.person());
            if (recipient == null) {
                outcomes.left(place.left(message.stored().delivery()), place.lease());
            } else {
                copies.add(new Copy(
                        message,
                        message.variantFor(recipient),
                        recipient,
                        place.lease(),
                        place.index(),
                        place.attempts(),
                        0));
            }
        }
        routes.add(copies, message.stored().recipient().isPresent()).forEach(parking::park);
        halts.enforce(message.stored().delivery());
    }

    private Map<Long, Recipient> recipients(PreparedMessage message, List<Place> places) {
        try {
            return batches.recipients(
                    message.stored(), places.stream().map(Place::person).toList());
        } catch (RuntimeException e) {
            // Else nobody would send them, and we would renew their leases as long as we live.
            places.stream().map(Place::lease).distinct().forEach(leases::abandon);
            throw e;
        }
    }

    /** Where a copy stands in the ledger. */
    private record Place(long person, int index, int attempts, Lease lease) {
        CopyOutcome left(long delivery) {
            return new CopyOutcome(delivery, lease.batch(), index, person, "", Outcome.LEFT, attempts, "", null);
        }
    }
}
