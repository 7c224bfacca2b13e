package org.sampan.mailserver.enrolment;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.enrolment.EnrolmentAnswers.Confirmed;
import org.sampan.mailserver.enrolment.EnrolmentAnswers.Join;
import org.sampan.mailserver.enrolment.EnrolmentAnswers.JoinRequest;
import org.sampan.mailserver.enrolment.EnrolmentAnswers.Leave;
import org.sampan.mailserver.enrolment.EnrolmentAnswers.Unsubscription;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Person;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/joins}, {@code /confirmations} and {@code /unsubscriptions}: what the pages ask for. */
final class EnrolmentRoutes implements Routes {
    private static final String JOINS = "/lists/:" + ListPath.ADDRESS + "/joins";
    private static final String TOKEN = "token";
    private static final String CONFIRMATION = "/confirmations/:" + TOKEN;
    private static final String UNSUBSCRIPTION = "/unsubscriptions/:" + TOKEN;

    private final Joining joining;
    private final Confirming confirming;
    private final Leaving leaving;
    private final ListPath path;
    private final Json json;

    @Inject
    EnrolmentRoutes(Joining joining, Confirming confirming, Leaving leaving, ListPath path, Json json) {
        this.joining = joining;
        this.confirming = confirming;
        this.leaving = leaving;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/confirmations";
    }

    @Override
    public void define(Service service) {
        service.post(JOINS, this::join);
        service.get(CONFIRMATION, this::confirmation);
        service.post(CONFIRMATION, this::confirm);
        service.get(UNSUBSCRIPTION, this::unsubscription);
        service.post(UNSUBSCRIPTION, this::leave);
        service.post(UNSUBSCRIPTION + "/undo", this::undo);
    }

    private String join(Request request, Response response) {
        MailingList list = path.list(request);
        JoinRequest wanted = json.read(request, JoinRequest.class);
        Person person = person(wanted);
        Optional<Visitor> visitor = Visitor.parse(text(wanted.visitor()));
        return switch (joining.ask(new Wish(list, person, "web", visitor, Optional.empty()))) {
            case TAKEN ->
                json.answer(
                        response,
                        202,
                        new Join(list.address().toString(), person.email().written()));
            case CLOSED ->
                throw Problem.forbidden("Nobody joins " + list.address() + " alone; write to "
                        + list.address().at(Role.OWNER) + ".");
            case TOO_MANY ->
                throw Problem.tooManyRequests(
                        "Too many people are joining " + list.address() + " just now; try again in a minute.");
        };
    }

    private String confirmation(Request request, Response response) {
        return confirming
                .find(request.params(TOKEN))
                .map(it -> json.answer(response, 200, Confirmed.of(it, null)))
                .orElseThrow(EnrolmentRoutes::noConfirmation);
    }

    private String confirm(Request request, Response response) {
        return confirming
                .confirm(request.params(TOKEN), Optional.empty())
                .map(it -> json.answer(response, 200, Confirmed.of(it)))
                .orElseThrow(EnrolmentRoutes::noConfirmation);
    }

    private String unsubscription(Request request, Response response) {
        return leaving.find(request.params(TOKEN))
                .map(it -> json.answer(response, 200, Unsubscription.of(it)))
                .orElseThrow(EnrolmentRoutes::noUnsubscription);
    }

    private String leave(Request request, Response response) {
        String reason = request.contentLength() > 0
                ? text(json.read(request, Leave.class).reason())
                : "";
        return leaving.leave(request.params(TOKEN), reason, Optional.empty())
                .map(it -> json.answer(response, 200, Unsubscription.of(it)))
                .orElseThrow(EnrolmentRoutes::noUnsubscription);
    }

    private String undo(Request request, Response response) {
        return leaving.undo(request.params(TOKEN))
                .map(it -> json.answer(response, 200, Unsubscription.of(it)))
                .orElseThrow(EnrolmentRoutes::noUnsubscription);
    }

    private static Person person(JoinRequest wanted) {
        EmailAddress email = Optional.ofNullable(wanted.email())
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> Problem.badField("email", "email: must be an e-mail address"));
        return new Person(email, text(wanted.name()), "", "", Person.languageOf(text(wanted.language())), "");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Problem noConfirmation() {
        return Problem.notFound("This link was used already, or has expired.");
    }

    private static Problem noUnsubscription() {
        return Problem.notFound("This link was not made here, or its list is gone.");
    }
}
