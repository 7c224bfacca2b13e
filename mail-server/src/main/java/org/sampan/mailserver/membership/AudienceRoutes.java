package org.sampan.mailserver.membership;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.mailinglist.ListPath;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/audiences}: for whom digests have to be made. */
final class AudienceRoutes implements Routes {
    private final Members members;
    private final ListPath path;
    private final Json json;

    @Inject
    AudienceRoutes(Members members, ListPath path, Json json) {
        this.members = members;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get("/lists/:" + ListPath.ADDRESS + "/audiences", this::audiences);
    }

    private String audiences(Request request, Response response) {
        List<Shown> shown = members.audiences(path.list(request)).stream()
                .map(it -> new Shown(it.mode().word(), it.timezone(), it.readers()))
                .toList();
        return json.answer(response, 200, new Answer(shown));
    }

    private record Answer(List<Shown> audiences) {}

    private record Shown(String mode, String timezone, long readers) {}
}
