package org.sampan.mailserver.deliver;

import org.sampan.mailserver.delivery.DueRetry;

/** What a lease is on. */
sealed interface Claim {
    /** @param id its number in the ledger */
    record Batch(long id) implements Claim {}

    /** @param due as it was claimed */
    record Retry(DueRetry due) implements Claim {}
}
