package org.sampan.mailserver.destination;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link MtaStsPolicies} that forget everything at the end of the test. */
final class RememberedPolicies implements MtaStsPolicies {
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Kept> find(String domain) {
        return Optional.ofNullable(kept.get(domain));
    }

    @Override
    public void keep(String domain, Kept policy) {
        kept.put(domain, policy);
    }
}
