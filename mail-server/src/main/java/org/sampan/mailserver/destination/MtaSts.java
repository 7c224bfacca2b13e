package org.sampan.mailserver.destination;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.destination.MtaStsPolicies.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which domains want their mail protected (RFC 8461). Whether a policy is new is asked at most every {@link #LOOK_AGAIN}; one
 * that was seen once counts until its time is over, even when it can no longer be found. Safe for many threads.
 */
final class MtaSts {
    static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final Logger LOGGER = LoggerFactory.getLogger(MtaSts.class);

    private final MtaStsPolicies policies;
    private final MailHosts hosts;
    private final PolicyFetch fetch;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    MtaSts(MtaStsPolicies policies, MailHosts hosts, PolicyFetch fetch, Clock clock) {
        this.policies = policies;
        this.hosts = hosts;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** The policy that counts now, of mode enforce or testing. */
    Optional<MtaStsPolicy> of(String domain) {
        Instant now = clock.instant();
        Optional<Remembered> before = recall(domain);
        Optional<Kept> kept;
        if (before.isPresent() && now.isBefore(before.get().until())) {
            kept = before.get().kept();
        } else {
            kept = look(domain, now);
            remember(domain, new Remembered(kept, now.plus(LOOK_AGAIN)));
        }
        return kept.filter(it -> it.isValid(now)).map(Kept::policy).filter(it -> it.mode() != MtaStsPolicy.Mode.NONE);
    }

    private Optional<Kept> look(String domain, Instant now) {
        Optional<Kept> kept = policies.find(domain).filter(it -> it.isValid(now));
        Optional<String> id = announced(domain);
        if (id.isEmpty()
                || kept.isPresent()
                        && kept.get().id().equals(id.get())
                        && !kept.get().isAgeing(now)) {
            return kept;
        }
        try {
            Kept fetched = new Kept(id.get(), fetch.of(domain), now);
            policies.keep(domain, fetched);
            LOGGER.info(
                    "event=mta-sts domain={} mode={} id={}",
                    domain,
                    fetched.policy().mode(),
                    id.get());
            return Optional.of(fetched);
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.warn(
                    "event=mta-sts-not-fetched domain={} kept={} reason=\"{}\"",
                    domain,
                    kept.isPresent(),
                    e.getMessage());
            return kept;
        }
    }

    /** The id in the domain's TXT record, RFC 8461 section 3.1; empty when there is none, or more than one. */
    private Optional<String> announced(String domain) {
        List<String> records = hosts.texts("_mta-sts." + domain).stream()
                .filter(it -> it.startsWith("v=STSv1;"))
                .toList();
        if (records.size() != 1) {
            return Optional.empty();
        }
        for (String field : records.get(0).split(";")) {
            if (field.strip().matches("id=[A-Za-z0-9]{1,32}")) {
                return Optional.of(field.strip().substring(3));
            }
        }
        return Optional.empty();
    }

    private Optional<Remembered> recall(String domain) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(domain));
        }
    }

    private void remember(String domain, Remembered what) {
        synchronized (remembered) {
            remembered.put(domain, what);
        }
    }

    private record Remembered(Optional<Kept> kept, Instant until) {}
}
