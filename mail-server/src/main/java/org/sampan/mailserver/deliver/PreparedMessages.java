package org.sampan.mailserver.deliver;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.delivery.StoredMessage;
import org.sampan.mailserver.mailinglist.SigningKey;

/**
 * Keeps the messages that are being sent, so that each is read and cut once, not for each batch; of large ones only as many as fit
 * into {@link #MOST_BYTES}, and always the last. For one thread.
 */
final class PreparedMessages {
    private static final int MOST = 16;
    static final long MOST_BYTES = 32L * 1024 * 1024;

    private final DeliveryBatches batches;
    private final SigningKey key;
    private final Signing signing;
    private final Map<Long, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true);
    private long bytes;

    PreparedMessages(DeliveryBatches batches, SigningKey key, Signing signing) {
        this.batches = batches;
        this.key = key;
        this.signing = signing;
    }

    /** Empty when the delivery is finished or gone. */
    Optional<PreparedMessage> of(long delivery) {
        Kept found = kept.get(delivery);
        if (found != null) {
            return Optional.of(found.message());
        }
        return batches.message(delivery).map(this::keep);
    }

    private PreparedMessage keep(StoredMessage stored) {
        PreparedMessage message = new PreparedMessage(stored, key, signing.keysFor(stored));
        long size = stored.message().bytes();
        kept.put(stored.delivery(), new Kept(message, size));
        bytes += size;
        Iterator<Kept> eldest = kept.values().iterator();
        while (kept.size() > 1 && (kept.size() > MOST || bytes > MOST_BYTES)) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
        return message;
    }

    private record Kept(PreparedMessage message, long bytes) {}
}
