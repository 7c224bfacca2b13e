package org.sampan.mailserver.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one copy at one attempt, as told to the ledger.
 *
 * @param batch the batch it was of; 0: it was a {@linkplain DueRetry retry}
 * @param index its place in the batch; without meaning for a retry
 * @param domain of the recipient; empty when the person left
 * @param outcome never {@link Outcome#OPEN}
 * @param attempts how often it has been offered by now
 * @param reply the other server's words; empty when sent
 * @param nextAttemptAt when to try again; null unless deferred
 */
public record CopyOutcome(
        long delivery,
        long batch,
        int index,
        long person,
        String domain,
        Outcome outcome,
        int attempts,
        String reply,
        @Nullable Instant nextAttemptAt) {
    public boolean isRetry() {
        return batch == 0;
    }
}
