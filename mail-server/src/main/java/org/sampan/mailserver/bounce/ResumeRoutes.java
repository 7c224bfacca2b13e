package org.sampan.mailserver.bounce;

import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.ResumeToken;
import org.sampan.mailserver.membership.Subscription;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /resumptions/{token}}: the link in mails to those whose mail came back; who opens it has an address that works. */
final class ResumeRoutes implements Routes {
    private static final String TOKEN = "token";
    private static final String RESUMPTION = "/resumptions/:" + TOKEN;

    private final SigningKey key;
    private final MailingLists lists;
    private final Members members;
    private final BounceSteps steps;
    private final Json json;

    @Inject
    ResumeRoutes(SigningKey key, MailingLists lists, Members members, BounceSteps steps, Json json) {
        this.key = key;
        this.lists = lists;
        this.members = members;
        this.steps = steps;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/resumptions";
    }

    @Override
    public void define(Service service) {
        service.get(RESUMPTION, this::show);
        service.post(RESUMPTION, this::resume);
    }

    private String show(Request request, Response response) {
        return answer(token(request), response);
    }

    private String resume(Request request, Response response) {
        ResumeToken token = token(request);
        steps.resume(token.person());
        return answer(token, response);
    }

    private String answer(ResumeToken token, Response response) {
        MailingList list = lists.find(token.list()).orElseThrow(ResumeRoutes::unknown);
        Person person = members.person(token.person()).orElseThrow(ResumeRoutes::unknown);
        String state = members.find(new LeaveToken(token.list(), token.person()))
                .map(Subscription::state)
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .orElse("gone");
        return json.answer(
                response,
                200,
                new Resumption(
                        list.address().toString(),
                        list.settings().name(),
                        person.email().written(),
                        person.language().isEmpty() ? list.settings().language() : person.language(),
                        state));
    }

    private ResumeToken token(Request request) {
        return Optional.ofNullable(request.params(TOKEN))
                .flatMap(it -> ResumeToken.parse(it, key))
                .orElseThrow(ResumeRoutes::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("This link was not made here, or its list is gone.");
    }

    /** @param state {@code active}, {@code suspended} (by an owner, or not resumed yet), {@code gone} */
    record Resumption(String list, String listName, String email, String language, String state) {}
}
