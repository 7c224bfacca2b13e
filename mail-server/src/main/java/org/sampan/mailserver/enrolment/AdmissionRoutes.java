package org.sampan.mailserver.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Person;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/waiting}, {@code /invitations} and {@code /departures}: what owners see and decide of coming and going. */
final class AdmissionRoutes implements Routes {
    private static final String LIST = "/lists/:" + ListPath.ADDRESS;
    private static final String ID = "id";
    private static final String WAITING = LIST + "/waiting";
    private static final String INVITATIONS = LIST + "/invitations";
    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_WORDS = 2000;

    private final Admission admission;
    private final Inviting inviting;
    private final Departures departures;
    private final ListPath path;
    private final Json json;

    @Inject
    AdmissionRoutes(Admission admission, Inviting inviting, Departures departures, ListPath path, Json json) {
        this.admission = admission;
        this.inviting = inviting;
        this.departures = departures;
        this.path = path;
        this.json = json;
    }

    record Waiting(List<Applicant> waiting) {}

    record Applicant(String id, String email, String name, String language, Instant askedAt) {
        private static Applicant of(Admission.Applicant it) {
            return new Applicant(Long.toString(it.id()), it.email().written(), it.name(), it.language(), it.askedAt());
        }
    }

    record Refusal(@Nullable String reason) {}

    record Decision(String id, String email, String decision) {}

    record InviteRequest(
            @Nullable List<String> emails,
            @Nullable String words,
            @Nullable String language) {}

    record InviteResults(List<InviteResult> results) {}

    record InviteResult(String email, String result) {}

    record Invitations(List<Invited> invitations) {}

    record Invited(String email, String name, Instant expiresAt) {}

    record Reasons(List<String> reasons) {}

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get(WAITING, this::waiting);
        service.post(WAITING + "/:" + ID + "/admit", this::admit);
        service.post(WAITING + "/:" + ID + "/refuse", this::refuse);
        service.get(INVITATIONS, this::invitations);
        service.post(INVITATIONS, this::invite);
        service.get(LIST + "/departures", this::departures);
    }

    private String waiting(Request request, Response response) {
        List<Applicant> applicants = admission.applicants(path.list(request)).stream()
                .map(Applicant::of)
                .toList();
        return json.answer(response, 200, new Waiting(applicants));
    }

    private String admit(Request request, Response response) {
        MailingList list = path.list(request);
        return decided(response, id(request).flatMap(it -> admission.admit(list, it)), "admitted");
    }

    private String refuse(Request request, Response response) {
        MailingList list = path.list(request);
        String reason = request.contentLength() > 0
                ? words(json.read(request, Refusal.class).reason(), "reason")
                : "";
        return decided(response, id(request).flatMap(it -> admission.refuse(list, it, reason)), "refused");
    }

    private String invitations(Request request, Response response) {
        List<Invited> open = inviting.open(path.list(request)).stream()
                .map(it -> new Invited(it.email().written(), it.name(), it.expiresAt()))
                .toList();
        return json.answer(response, 200, new Invitations(open));
    }

    private String invite(Request request, Response response) {
        MailingList list = path.list(request);
        InviteRequest wanted = json.read(request, InviteRequest.class);
        List<String> emails = Optional.ofNullable(wanted.emails()).orElse(List.of());
        if (emails.isEmpty() || emails.size() > MOST_AT_ONCE) {
            throw Problem.badField("emails", "emails: 1 to " + MOST_AT_ONCE + " addresses");
        }
        String words = words(wanted.words(), "words");
        String language = Person.languageOf(
                Optional.ofNullable(wanted.language()).orElse("").strip());
        return json.answer(
                response,
                200,
                new InviteResults(emails.stream()
                        .map(it -> invite(list, it, words, language))
                        .toList()));
    }

    private InviteResult invite(MailingList list, String email, String words, String language) {
        String result = EmailAddress.parse(email.strip())
                .map(it -> inviting.invite(list, new Person(it, "", "", "", language, ""), words)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .orElse("not-an-address");
        return new InviteResult(email.strip(), result);
    }

    private String departures(Request request, Response response) {
        return json.answer(response, 200, new Reasons(departures.reasons(path.list(request))));
    }

    private String decided(Response response, Optional<Admission.Applicant> applicant, String decision) {
        return applicant
                .map(it -> json.answer(
                        response,
                        200,
                        new Decision(Long.toString(it.id()), it.email().written(), decision)))
                .orElseThrow(() -> Problem.notFound("Nobody waits under this number any more."));
    }

    private static Optional<Long> id(Request request) {
        String text = request.params(ID);
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String words(@Nullable String text, String field) {
        String words = text == null ? "" : text.strip();
        if (words.length() > LONGEST_WORDS) {
            throw Problem.badField(field, field + ": at most " + LONGEST_WORDS + " characters");
        }
        return words;
    }
}
