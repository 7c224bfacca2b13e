package org.sampan.mailserver.admin;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.james.webadmin.PublicRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code GET /health}: 200 when every part works, else 503. */
final class HealthRoutes implements PublicRoutes {
    static final String PATH = "/health";
    private static final Logger LOGGER = LoggerFactory.getLogger(HealthRoutes.class);
    private static final String UP = "up";
    private static final String DOWN = "down";

    private final Set<HealthPart> parts;
    private final Json json;

    @Inject
    HealthRoutes(Set<HealthPart> parts, Json json) {
        this.parts = parts;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return PATH;
    }

    @Override
    public void define(Service service) {
        service.get(PATH, this::health);
    }

    private String health(Request request, Response response) {
        Map<String, String> states = new TreeMap<>();
        parts.forEach(part -> states.put(part.name(), works(part) ? UP : DOWN));
        boolean up = !states.containsValue(DOWN);
        return json.answer(response, up ? 200 : 503, new Health(up ? UP : DOWN, states));
    }

    private static boolean works(HealthPart part) {
        try {
            part.check();
            return true;
        } catch (Exception e) {
            LOGGER.warn("event=unhealthy part={} reason=\"{}\"", part.name(), e.toString());
            return false;
        }
    }

    private record Health(String status, Map<String, String> parts) {}
}
