package org.sampan.mailserver.delivery;

import io.prometheus.client.Collector;
import io.prometheus.client.Counter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Counts what this node told the ledger, by outcome, domain and {@linkplain RefusalClass what refusals are about}. Only the domains
 * with the most people have a label of their own, the rest is {@code other}: Prometheus keeps each label for ever. Safe for many threads.
 */
public final class OutcomeCounters extends Collector {
    /** Domains beyond which no more get a label until the next start. */
    static final int MOST_DOMAINS = 100;

    private static final long LOOK_AGAIN = Duration.ofHours(1).toNanos();
    private static final String OTHER = "other";

    private final Counter copies = Counter.build()
            .name("sampan_copies_total")
            .help("Copies that this node sent, put off or failed to send.")
            .labelNames("outcome", "domain", "reason")
            .create();
    private final Set<String> labelled = ConcurrentHashMap.newKeySet();
    private final Supplier<List<String>> largestDomains;
    private volatile long lookAt = System.nanoTime();

    /** @param largestDomains asked now and then, on the thread that collects */
    OutcomeCounters(Supplier<List<String>> largestDomains) {
        this.largestDomains = largestDomains;
        look();
    }

    /** Counts into the void, for whoever has no metrics. */
    static OutcomeCounters unlabelled() {
        return new OutcomeCounters(List::of);
    }

    void count(Collection<CopyOutcome> outcomes) {
        for (CopyOutcome each : outcomes) {
            boolean troubled = each.outcome() == Outcome.DEFERRED || each.outcome() == Outcome.FAILED;
            copies.labels(
                            word(each.outcome()),
                            labelled.contains(each.domain()) ? each.domain() : OTHER,
                            troubled ? word(RefusalClass.of(each.reply())) : "")
                    .inc();
        }
    }

    @Override
    public List<MetricFamilySamples> collect() {
        if (System.nanoTime() - lookAt > 0) {
            look();
        }
        return copies.collect();
    }

    private void look() {
        lookAt = System.nanoTime() + LOOK_AGAIN;
        for (String domain : largestDomains.get()) {
            if (labelled.size() < MOST_DOMAINS) {
                labelled.add(domain);
            }
        }
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
