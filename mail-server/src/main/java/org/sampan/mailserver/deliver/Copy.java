package org.sampan.mailserver.deliver;

import java.time.Instant;
import org.sampan.mailserver.delivery.Recipient;

/**
 * One copy on its way in this process.
 *
 * @param attempts how often it was offered to a server before this process got it
 * @param losses how often the connection went while it was under way
 */
record Copy(
        PreparedMessage message,
        Variant variant,
        Recipient recipient,
        Lease lease,
        int index,
        int attempts,
        int losses) {
    /** A connection may be lost so often before the copy is taken for the reason. */
    static final int MOST_LOSSES = 3;

    Copy lostConnection() {
        return new Copy(message, variant, recipient, lease, index, attempts, losses + 1);
    }

    boolean isExpired(Instant now) {
        return message.expiresAt().isBefore(now);
    }

    boolean isUniform() {
        return message.isUniform(variant);
    }
}
