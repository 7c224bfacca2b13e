package org.sampan.mailserver.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** {@code /lists/{address}/waiting} and {@code /departures}: what owners see and decide of coming and going. */
final class AdmissionRoutes implements Routes {
    private static final String LIST = "/lists/:" + ListPath.ADDRESS;
    private static final String ID = "id";
    private static final String WAITING = LIST + "/waiting";

    private final Admission admission;
    private final Departures departures;
    private final ListPath path;
    private final Json json;

    @Inject
    AdmissionRoutes(Admission admission, Departures departures, ListPath path, Json json) {
        this.admission = admission;
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
                ? OwnersWords.of("reason", json.read(request, Refusal.class).reason())
                : "";
        return decided(response, id(request).flatMap(it -> admission.refuse(list, it, reason)), "refused");
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
