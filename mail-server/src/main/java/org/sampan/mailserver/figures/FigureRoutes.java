package org.sampan.mailserver.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.figures.ListDays.ListDay;
import org.sampan.mailserver.figures.ListStates.ListState;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/figures}, day by day, and {@code /overview}, all lists as they stand now. */
final class FigureRoutes implements Routes {
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 732;

    private final ListDays days;
    private final ListStates states;
    private final Warnings warnings;
    private final MailingLists lists;
    private final ListPath path;
    private final Json json;

    @Inject
    FigureRoutes(ListDays days, ListStates states, Warnings warnings, MailingLists lists, ListPath path, Json json) {
        this.days = days;
        this.states = states;
        this.warnings = warnings;
        this.lists = lists;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/overview";
    }

    @Override
    public void define(Service service) {
        service.get("/overview", this::overview);
        service.get("/lists/:" + ListPath.ADDRESS + "/figures", this::figures);
    }

    private String figures(Request request, Response response) {
        MailingList list = path.list(request);
        List<DayAnswer> answers =
                days.last(list, days(request)).stream().map(DayAnswer::of).toList();
        return json.answer(response, 200, new FiguresAnswer(list.address().toString(), answers));
    }

    private String overview(Request request, Response response) {
        Map<Long, ListState> now = states.all();
        List<ListStateAnswer> answers = lists.all().stream()
                .flatMap(list -> Optional.ofNullable(now.get(list.id())).map(state -> answer(list, state)).stream())
                .toList();
        return json.answer(response, 200, new OverviewAnswer(answers));
    }

    private ListStateAnswer answer(MailingList list, ListState state) {
        return new ListStateAnswer(
                list.address().toString(),
                list.settings().name(),
                list.settings().visibility() == ListSettings.Visibility.PUBLIC ? "public" : "private",
                state.members(),
                state.suspended(),
                state.held(),
                state.waiting(),
                state.lastPostAt().orElse(null),
                state.sends(),
                state.paused(),
                warnings.of(list, state).stream().map(Warnings.Warning::word).toList());
    }

    private static int days(Request request) {
        String text = Optional.ofNullable(request.queryParams("days")).orElse(Integer.toString(USUAL_DAYS));
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_DAYS) {
            throw Problem.badField("days", "days: a number from 1 to " + MOST_DAYS);
        }
        return Integer.parseInt(text);
    }

    private record FiguresAnswer(String list, List<DayAnswer> days) {}

    private record DayAnswer(
            String day, long members, long joined, long left, long sent, long deferred, long failed, long bounced) {
        static DayAnswer of(ListDay day) {
            LocalDate date = day.day();
            return new DayAnswer(
                    date.toString(),
                    day.members(),
                    day.joined(),
                    day.gone(),
                    day.sent(),
                    day.deferred(),
                    day.failed(),
                    day.bounced());
        }
    }

    private record OverviewAnswer(List<ListStateAnswer> lists) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record ListStateAnswer(
            String list,
            String listName,
            String visibility,
            long members,
            long suspended,
            long held,
            long waiting,
            @Nullable Instant lastPostAt,
            long sends,
            long paused,
            List<String> warnings) {}
}
