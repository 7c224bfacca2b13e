package org.sampan.mailserver.membership;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Rosters.Filter;
import org.sampan.mailserver.membership.Rosters.Standing;
import spark.Request;
import spark.Response;
import spark.Service;

/** A list's roster, looked through page by page, counted, and as a file. */
final class RosterRoutes implements Routes {
    private static final String LIST = "/lists/:" + ListPath.ADDRESS;
    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 1000;
    private static final int AT_ONCE = 5_000;

    private final Rosters rosters;
    private final ListPath path;
    private final Json json;

    @Inject
    RosterRoutes(Rosters rosters, ListPath path, Json json) {
        this.rosters = rosters;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get(LIST + "/members", this::page);
        service.get(LIST + "/members.csv", this::export);
        service.get(LIST + "/facets", this::facets);
    }

    private String page(Request request, Response response) {
        MailingList list = path.list(request);
        int limit = limit(request);
        Optional<EmailAddress> after = parameter(request, "after").map(RosterRoutes::cursor);
        List<Subscription> found = rosters.page(list, filter(request), after, limit + 1);
        return json.answer(response, 200, MemberAnswer.Page.of(found, limit));
    }

    private String facets(Request request, Response response) {
        return json.answer(response, 200, rosters.facets(path.list(request), filter(request)));
    }

    /** Written while it is read: memory does not grow with the roster. */
    private Object export(Request request, Response response) throws IOException {
        MailingList list = path.list(request);
        Filter filter = filter(request);
        response.type("text/csv;charset=utf-8");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.raw().getOutputStream(), StandardCharsets.UTF_8))) {
            RosterCsv csv = new RosterCsv(out);
            Optional<EmailAddress> after = Optional.empty();
            List<Subscription> found = rosters.page(list, filter, after, AT_ONCE);
            while (!found.isEmpty()) {
                csv.write(found);
                after = Optional.of(found.get(found.size() - 1).person().email());
                found = found.size() < AT_ONCE ? List.of() : rosters.page(list, filter, after, AT_ONCE);
            }
        }
        return "";
    }

    private static Filter filter(Request request) {
        return new Filter(
                parameter(request, "q").orElse(""),
                parameter(request, "mode").map(MemberWords::mode),
                parameter(request, "country"),
                parameter(request, "organisation"),
                parameter(request, "standing").map(RosterRoutes::standing));
    }

    private static Standing standing(String text) {
        return Arrays.stream(Standing.values())
                .filter(it -> it.word().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badField(
                        "standing",
                        "standing: one of "
                                + Arrays.stream(Standing.values())
                                        .map(Standing::word)
                                        .collect(Collectors.joining(", "))));
    }

    private static Optional<String> parameter(Request request, String name) {
        return Optional.ofNullable(request.queryParams(name)).map(String::strip).filter(it -> !it.isEmpty());
    }

    private static EmailAddress cursor(String text) {
        return EmailAddress.parse(text)
                .orElseThrow(() -> Problem.badField("after", "after: the 'next' of the page before"));
    }

    private static int limit(Request request) {
        String text = parameter(request, "limit").orElse(Integer.toString(PAGE));
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST_PAGE) {
            throw Problem.badField("limit", "limit: a number from 1 to " + LONGEST_PAGE);
        }
        return Integer.parseInt(text);
    }
}
