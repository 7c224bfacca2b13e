package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeCountersTest {
    @Test
    void largeDomainsHaveALabelOfTheirOwnAndTheRestShareOne() {
        OutcomeCounters counters = new OutcomeCounters(() -> List.of("riverside.example"));
        counters.count(List.of(
                outcome("riverside.example", Outcome.SENT, ""),
                outcome("riverside.example", Outcome.SENT, ""),
                outcome("riverside.example", Outcome.DEFERRED, "451 4.7.1 greylisted"),
                outcome("harbour.example", Outcome.FAILED, "550 5.1.1 unknown"),
                outcome("elsewhere.example", Outcome.FAILED, "550 5.1.1 unknown")));
        assertThat(counted(counters))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        "[deferred, riverside.example, policy]", 1.0,
                        "[failed, other, address]", 2.0,
                        "[sent, riverside.example, ]", 2.0)));
    }

    @Test
    void labelsAreNeverMoreThanPrometheusCanKeep() {
        OutcomeCounters counters = new OutcomeCounters(
                () -> IntStream.range(0, 1000).mapToObj(it -> it + ".example").toList());
        IntStream.range(0, 1000).forEach(it -> counters.count(List.of(outcome(it + ".example", Outcome.SENT, ""))));
        assertThat(counted(counters)).hasSize(OutcomeCounters.MOST_DOMAINS + 1);
    }

    private static Map<String, Double> counted(OutcomeCounters counters) {
        Map<String, Double> counted = new TreeMap<>();
        for (MetricFamilySamples family : counters.collect()) {
            family.samples.stream()
                    .filter(it -> it.name.equals("sampan_copies_total"))
                    .forEach(it -> counted.put(it.labelValues.toString(), it.value));
        }
        return counted;
    }

    private static CopyOutcome outcome(String domain, Outcome outcome, String reply) {
        return new CopyOutcome(1, 1, 0, 1, domain, outcome, 1, reply, null);
    }
}
