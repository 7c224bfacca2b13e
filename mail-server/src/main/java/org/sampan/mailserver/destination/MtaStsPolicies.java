package org.sampan.mailserver.destination;

import java.time.Instant;
import java.util.Optional;

/** Keeps the wishes of domains, so that nobody who stands in the way can make us forget them. Safe for many threads and nodes. */
public interface MtaStsPolicies {
    /** Also one that is too old. */
    Optional<Kept> find(String domain);

    /** Instead of the one kept before. */
    void keep(String domain, Kept policy);

    /** @param id as in the domain's TXT record; changes with the policy */
    record Kept(String id, MtaStsPolicy policy, Instant fetchedAt) {
        boolean isValid(Instant now) {
            return now.isBefore(fetchedAt.plus(policy.maxAge()));
        }

        /** A new one should be fetched before this one ends. */
        boolean isAgeing(Instant now) {
            return now.isAfter(fetchedAt.plus(policy.maxAge().dividedBy(2)));
        }
    }
}
