package org.sampan.mailserver.admin;

import com.codahale.metrics.MetricRegistry;
import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.dropwizard.DropwizardExports;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code GET /metrics} for Prometheus: James's own and each package's {@link Collector}. One that fails is left out, not the rest. */
final class MetricsRoutes implements Routes {
    private static final String PATH = "/metrics";
    private static final Logger LOGGER = LoggerFactory.getLogger(MetricsRoutes.class);

    private final List<Collector> collectors;

    @Inject
    MetricsRoutes(MetricRegistry ofJames, Set<Collector> ours) {
        collectors = new ArrayList<>(ours);
        collectors.add(new DropwizardExports(ofJames));
    }

    @Override
    public String getBasePath() {
        return PATH;
    }

    @Override
    public void define(Service service) {
        service.get(PATH, this::metrics);
    }

    private String metrics(Request request, Response response) throws IOException {
        List<MetricFamilySamples> samples = new ArrayList<>();
        collectors.forEach(collector -> samples.addAll(collected(collector)));
        StringWriter text = new StringWriter();
        TextFormat.write004(text, Collections.enumeration(samples));
        response.type(TextFormat.CONTENT_TYPE_004);
        return text.toString();
    }

    private static List<MetricFamilySamples> collected(Collector collector) {
        try {
            return collector.collect();
        } catch (RuntimeException e) {
            LOGGER.warn("event=metrics-missing collector={} reason=\"{}\"", collector, e.getMessage());
            return List.of();
        }
    }
}
