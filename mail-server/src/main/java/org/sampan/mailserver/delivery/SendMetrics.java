package org.sampan.mailserver.delivery;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import javax.inject.Inject;

/** What is to be sent, for Prometheus; the same on every node. */
final class SendMetrics extends Collector {
    private final JdbcDeliveryFigures figures;

    @Inject
    SendMetrics(JdbcDeliveryFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        SendsUnderWay now = figures.underWay();
        return List.of(
                new GaugeMetricFamily("sampan_sends", "Posts and notices under way.", List.of("state"))
                        .addMetric(List.of("active"), now.active())
                        .addMetric(List.of("paused"), now.paused()),
                new GaugeMetricFamily("sampan_queue_copies", "Copies that still have to go.", List.of("state"))
                        .addMetric(List.of("open"), now.open())
                        .addMetric(List.of("deferred"), now.deferred()),
                new GaugeMetricFamily(
                        "sampan_queue_age_seconds",
                        "How long the oldest copy that was not offered yet has waited.",
                        now.oldestSeconds()),
                new GaugeMetricFamily(
                        "sampan_copies_per_second", "Copies sent over the last seconds, all nodes.", now.perSecond()));
    }
}
