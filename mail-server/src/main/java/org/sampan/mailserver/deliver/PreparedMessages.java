package org.sampan.mailserver.deliver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.mailinglist.SigningKey;

/** Keeps the messages that are being sent, so that each is read and cut once, not for each batch. For one thread. */
final class PreparedMessages {
    private static final int MOST = 16;

    private final DeliveryBatches batches;
    private final SigningKey key;
    private final Signing signing;
    private final Map<Long, PreparedMessage> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, PreparedMessage> eldest) {
            return size() > MOST;
        }
    };

    PreparedMessages(DeliveryBatches batches, SigningKey key, Signing signing) {
        this.batches = batches;
        this.key = key;
        this.signing = signing;
    }

    /** Empty when the delivery is finished or gone. */
    Optional<PreparedMessage> of(long delivery) {
        PreparedMessage found = kept.get(delivery);
        if (found != null) {
            return Optional.of(found);
        }
        Optional<PreparedMessage> read =
                batches.message(delivery).map(stored -> new PreparedMessage(stored, key, signing.keysFor(stored)));
        read.ifPresent(message -> kept.put(delivery, message));
        return read;
    }
}
