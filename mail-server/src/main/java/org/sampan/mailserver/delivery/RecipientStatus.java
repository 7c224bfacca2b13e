package org.sampan.mailserver.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one copy.
 *
 * @param attempts how often it was offered to a server
 * @param lastReply the other server's own words; empty when it went at once
 * @param nextAttemptAt null unless deferred
 */
public record RecipientStatus(
        Status status,
        int attempts,
        String lastReply,
        @Nullable Instant nextAttemptAt) {
    /** The states of a copy. */
    public enum Status {
        PENDING,
        SENT,
        DEFERRED,
        FAILED,
        LEFT,
        CANCELLED
    }
}
