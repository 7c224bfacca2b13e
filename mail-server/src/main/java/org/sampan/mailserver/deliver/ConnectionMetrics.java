package org.sampan.mailserver.deliver;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import javax.inject.Inject;

/** This node's connections to other servers, for Prometheus. */
final class ConnectionMetrics extends Collector {
    private final DeliveryEngine engine;

    @Inject
    ConnectionMetrics(DeliveryEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        ConnectionPool pool = engine.connections();
        return List.of(
                new GaugeMetricFamily("sampan_connections", "Connections to other servers.", List.of("state"))
                        .addMetric(List.of("open"), pool.open())
                        .addMetric(List.of("wanted"), pool.wanted()),
                new GaugeMetricFamily("sampan_connections_limit", "Most connections at once.", pool.limit()),
                new GaugeMetricFamily(
                        "sampan_copies_in_hand", "Copies this node has claimed and not settled.", pool.copies()));
    }

    /**
     * The connections at a moment.
     *
     * @param wanted waiting for others to be closed
     * @param copies claimed and not settled
     */
    record ConnectionPool(int open, int wanted, int limit, int copies) {}
}
