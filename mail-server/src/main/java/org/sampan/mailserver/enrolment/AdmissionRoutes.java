package org.sampan.mailserver.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * {@code /lists/{address}/waiting}, {@code /admissions} and {@code /departures}: what owners see and decide of coming and going.
 */
final class AdmissionRoutes implements Routes {
    private static final String LIST = "/lists/:" + ListPath.ADDRESS;
    private static final String ID = "id";
    private static final String WAITING = LIST + "/waiting";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;

    private final Admission admission;
    private final Admissions admissions;
    private final Departures departures;
    private final ListPath path;
    private final Json json;

    @Inject
    AdmissionRoutes(Admission admission, Admissions admissions, Departures departures, ListPath path, Json json) {
        this.admission = admission;
        this.admissions = admissions;
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

    record Deciding(@Nullable String by, @Nullable String reason) {
        /** As with held posts. */
        private static final String UNSAID = "the operator";

        private String who() {
            return by == null || by.isBlank() ? UNSAID : by.strip();
        }
    }

    record Decision(String id, String email, String decision) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<Decided> admissions, @Nullable String next) {}

    record Decided(
            String id,
            String email,
            String name,
            Instant askedAt,
            String decision,
            String by,
            Instant at,
            String reason) {
        private static Decided of(Admissions.Decided it) {
            AdmissionDecision decision = it.decision();
            return new Decided(
                    Long.toString(it.id()),
                    it.email(),
                    it.name(),
                    it.askedAt(),
                    decision.kind().word(),
                    decision.by(),
                    decision.at(),
                    decision.reason());
        }
    }

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
        service.get(LIST + "/admissions", this::admissions);
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
        Deciding deciding = deciding(request);
        return decided(response, id(request).flatMap(it -> admission.admit(list, it, deciding.who())), "admitted");
    }

    private String refuse(Request request, Response response) {
        MailingList list = path.list(request);
        Deciding deciding = deciding(request);
        String reason = OwnersWords.of("reason", deciding.reason());
        return decided(
                response, id(request).flatMap(it -> admission.refuse(list, it, deciding.who(), reason)), "refused");
    }

    private Deciding deciding(Request request) {
        Deciding deciding = request.contentLength() > 0 ? json.read(request, Deciding.class) : new Deciding(null, null);
        return new Deciding(OwnersWords.name("by", deciding.by()), deciding.reason());
    }

    private String admissions(Request request, Response response) {
        int limit = limit(request.queryParams("limit"));
        List<Admissions.Decided> found =
                admissions.page(path.list(request), after(request.queryParams("after")), limit + 1);
        List<Decided> shown = found.stream().limit(limit).map(Decided::of).toList();
        return json.answer(
                response,
                200,
                new Page(shown, found.size() > limit ? shown.get(limit - 1).id() : null));
    }

    private static OptionalLong after(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            throw Problem.badField("after", "after: the 'next' of the page before");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Problem.badField("limit", "limit: a number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
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
}
