package org.sampan.mailserver.spool;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/** Mail that waits for the stages, and mail that none could deal with, for Prometheus. */
final class SpoolMetrics extends Collector {
    private final Spool spool;
    private final KeptMails kept;
    private final UnreadableMails unreadable;

    @Inject
    SpoolMetrics(Spool spool, KeptMails kept, UnreadableMails unreadable) {
        this.spool = spool;
        this.kept = kept;
        this.unreadable = unreadable;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        List<MetricFamilySamples> samples = new ArrayList<>();
        samples.add(new GaugeMetricFamily(
                "sampan_spool_mails", "Accepted mails on their way through the stages.", spool.depth()));
        samples.add(new GaugeMetricFamily(
                "sampan_kept_error_mails", "Mails no stage could deal with, kept for the operator.", kept.count()));
        samples.add(new GaugeMetricFamily(
                "sampan_unreadable_mails",
                "What was in the mail queue and is no mail, kept for the operator.",
                unreadable.count()));
        return samples;
    }
}
