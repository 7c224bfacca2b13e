package org.sampan.mailserver.membership;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /people/{email}}: everything that is known of one person, and its erasure. */
final class PersonRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(PersonRoutes.class);
    private static final String EMAIL = "email";
    private static final String PERSON = "/people/:" + EMAIL;

    private final Members members;
    private final MailingLists lists;
    private final BounceHistory history;
    private final Json json;

    @Inject
    PersonRoutes(Members members, MailingLists lists, BounceHistory history, Json json) {
        this.members = members;
        this.lists = lists;
        this.history = history;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/people";
    }

    @Override
    public void define(Service service) {
        service.get(PERSON, this::one);
        service.delete(PERSON, this::erase);
    }

    private String one(Request request, Response response) {
        Person person = email(request).flatMap(members::person).orElseThrow(() -> nobody(request));
        EmailAddress email = person.email();
        PersonAnswer.Bounces bounces =
                PersonAnswer.Bounces.of(members.bounces(email), history.troubles(email), history.seen(email));
        return json.answer(
                response, 200, PersonAnswer.of(person, members.subscriptionsOf(email), bounces, this::listName));
    }

    private String erase(Request request, Response response) {
        if (!email(request).map(members::erase).orElse(false)) {
            throw nobody(request);
        }
        LOGGER.info("event=person-erased");
        response.status(204);
        return "";
    }

    private String listName(ListAddress address) {
        return lists.find(address).map(list -> list.settings().name()).orElse(address.name());
    }

    private static Optional<EmailAddress> email(Request request) {
        return EmailAddress.parse(request.params(EMAIL));
    }

    private static Problem nobody(Request request) {
        return Problem.notFound("Nobody called " + Shown.of(request.params(EMAIL)) + " is known here.");
    }
}
