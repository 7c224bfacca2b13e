package org.sampan.mailserver.membership;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.SigningKey;
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
    private final Persons persons;
    private final SigningKey key;
    private final MailingLists lists;
    private final BounceHistory history;
    private final Json json;

    @Inject
    PersonRoutes(
            Members members, Persons persons, SigningKey key, MailingLists lists, BounceHistory history, Json json) {
        this.members = members;
        this.persons = persons;
        this.key = key;
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
        service.patch(PERSON, this::change);
        service.delete(PERSON, this::erase);
    }

    private String one(Request request, Response response) {
        Person person = email(request).flatMap(members::person).orElseThrow(() -> nobody(request));
        return answer(person, response);
    }

    private String change(Request request, Response response) {
        Person person = email(request).flatMap(members::person).orElseThrow(() -> nobody(request));
        PersonRequest wanted = json.read(request, PersonRequest.class);
        Person changed = wanted.changed(person);
        if (wanted.preferences() != null) {
            Preferences before = persons.preferences(person.email());
            persons.change(person.email(), wanted.preferences().changed(before));
        }
        persons.change(changed);
        return answer(changed, response);
    }

    private String answer(Person person, Response response) {
        EmailAddress email = person.email();
        PersonAnswer.Bounces bounces =
                PersonAnswer.Bounces.of(members.bounces(email), history.troubles(email), history.seen(email));
        PersonAnswer.Chosen chosen = new PersonAnswer.Chosen(persons.otherAddresses(email), persons.preferences(email));
        List<PersonAnswer.OnList> subscriptions =
                members.subscriptionsOf(email).stream().map(this::onList).toList();
        return json.answer(response, 200, PersonAnswer.of(person, chosen, subscriptions, bounces));
    }

    private PersonAnswer.OnList onList(Subscription subscription) {
        Optional<MailingList> list = lists.find(subscription.list());
        return PersonAnswer.OnList.of(
                subscription,
                list.map(it -> it.settings().name()).orElse(subscription.list().name()),
                list.map(it -> new LeaveToken(it.id(), subscription.personId()).text(key))
                        .orElse(""));
    }

    private String erase(Request request, Response response) {
        if (!email(request).map(members::erase).orElse(false)) {
            throw nobody(request);
        }
        LOGGER.info("event=person-erased");
        response.status(204);
        return "";
    }

    private static Optional<EmailAddress> email(Request request) {
        return EmailAddress.parse(request.params(EMAIL));
    }

    private static Problem nobody(Request request) {
        return Problem.notFound("Nobody called " + Shown.of(request.params(EMAIL)) + " is known here.");
    }
}
