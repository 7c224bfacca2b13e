package org.sampan.mailserver.enrolment;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.membership.Persons;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /people/{email}/addresses} and {@code /move}: where a person writes from, and where mail goes. */
final class AddressRoutes implements Routes {
    private static final String EMAIL = "email";
    private static final String ADDRESS = "address";
    private static final String PERSON = "/people/:" + EMAIL;
    private static final String ADDRESSES = PERSON + "/addresses";

    private final Moving moving;
    private final Persons persons;
    private final Json json;

    @Inject
    AddressRoutes(Moving moving, Persons persons, Json json) {
        this.moving = moving;
        this.persons = persons;
        this.json = json;
    }

    record AddressRequest(@Nullable String address) {}

    record Asked(String email, String address) {}

    @Override
    public String getBasePath() {
        return "/people";
    }

    @Override
    public void define(Service service) {
        service.post(ADDRESSES, this::add);
        service.delete(ADDRESSES + "/:" + ADDRESS, this::remove);
        service.post(PERSON + "/move", this::move);
    }

    private String add(Request request, Response response) {
        EmailAddress person = person(request);
        EmailAddress other = other(request, person);
        return asked(response, moving.askToWriteFrom(person, other), person, other);
    }

    private String move(Request request, Response response) {
        EmailAddress person = person(request);
        EmailAddress other = other(request, person);
        return asked(response, moving.askToMove(person, other), person, other);
    }

    private String remove(Request request, Response response) {
        boolean removed = EmailAddress.parse(request.params(ADDRESS))
                .filter(it -> persons.removeAddress(person(request), it))
                .isPresent();
        if (!removed) {
            throw Problem.notFound("This person does not write from that address.");
        }
        response.status(204);
        return "";
    }

    private String asked(Response response, boolean known, EmailAddress person, EmailAddress other) {
        if (!known) {
            throw Problem.notFound(person + " is on no list.");
        }
        return json.answer(response, 202, new Asked(person.written(), other.written()));
    }

    private EmailAddress other(Request request, EmailAddress person) {
        return Optional.ofNullable(json.read(request, AddressRequest.class).address())
                .flatMap(EmailAddress::parse)
                .filter(it -> !it.equals(person))
                .orElseThrow(() -> Problem.badField(ADDRESS, "address: must be another e-mail address"));
    }

    private static EmailAddress person(Request request) {
        return EmailAddress.parse(request.params(EMAIL))
                .orElseThrow(() -> Problem.notFound("This is not an e-mail address."));
    }
}
