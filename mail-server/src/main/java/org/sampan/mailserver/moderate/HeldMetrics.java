package org.sampan.mailserver.moderate;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import javax.inject.Inject;

/** Posts that wait for a moderator, for Prometheus. */
final class HeldMetrics extends Collector {
    private final HeldPosts heldPosts;

    @Inject
    HeldMetrics(HeldPosts heldPosts) {
        this.heldPosts = heldPosts;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        return List.of(
                new GaugeMetricFamily("sampan_held_posts", "Posts that wait for a moderator.", heldPosts.count()));
    }
}
