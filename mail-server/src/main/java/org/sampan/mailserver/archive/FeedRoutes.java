package org.sampan.mailserver.archive;

import java.time.Instant;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import spark.Request;
import spark.Response;
import spark.Service;

/** Members' own feed addresses over REST, see config/contract. */
final class FeedRoutes implements Routes {
    private static final String MEMBER = "/lists/:" + ListPath.ADDRESS + "/members/:email/feed";

    private final ListPath path;
    private final FeedTokens tokens;
    private final Json json;

    @Inject
    FeedRoutes(ListPath path, FeedTokens tokens, Json json) {
        this.path = path;
        this.tokens = tokens;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get(MEMBER, this::known);
        service.post(MEMBER, this::renew);
        service.delete(MEMBER, this::revoke);
        service.get("/feeds/:token", this::holder);
    }

    private String known(Request request, Response response) {
        Instant madeAt = tokens.madeAt(path.list(request), email(request))
                .orElseThrow(() -> Problem.notFound("This member has no feed address."));
        return json.answer(response, 200, new KnownAnswer(madeAt));
    }

    private String renew(Request request, Response response) {
        String token = tokens.renew(path.list(request), email(request))
                .orElseThrow(() -> Problem.notFound("This address is not on the list."));
        return json.answer(response, 201, new TokenAnswer(token));
    }

    private String revoke(Request request, Response response) {
        if (!tokens.revoke(path.list(request), email(request))) {
            throw Problem.notFound("This member has no feed address.");
        }
        response.status(204);
        return "";
    }

    private String holder(Request request, Response response) {
        FeedTokens.Holder holder = tokens.holder(request.params("token"))
                .orElseThrow(() -> Problem.notFound("This feed address works no more."));
        return json.answer(response, 200, holder);
    }

    private static EmailAddress email(Request request) {
        return EmailAddress.parse(request.params("email"))
                .orElseThrow(() -> Problem.notFound("That is not an e-mail address."));
    }

    private record KnownAnswer(Instant madeAt) {}

    private record TokenAnswer(String token) {}
}
