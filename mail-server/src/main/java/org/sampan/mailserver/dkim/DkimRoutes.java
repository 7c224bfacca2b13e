package org.sampan.mailserver.dkim;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /dkim}: what the DNS must say so that our signatures count. */
final class DkimRoutes implements Routes {
    private static final String PATH = "/dkim";

    private final DkimKeys keys;
    private final Json json;

    @Inject
    DkimRoutes(DkimKeys keys, Json json) {
        this.keys = keys;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return PATH;
    }

    @Override
    public void define(Service service) {
        service.get(PATH, this::records);
    }

    private String records(Request request, Response response) {
        return json.answer(response, 200, new Answer(keys.records()));
    }

    private record Answer(List<DnsRecord> records) {}
}
