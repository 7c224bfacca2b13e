package org.sampan.mailserver.mailinglist;

import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.MailingLists.ListExistsException;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists}, {@code /lists/{address}} and what can be set there, {@code /list-settings}. */
final class MailingListRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(MailingListRoutes.class);
    private static final String LISTS = "/lists";
    private static final String SETTINGS = "/list-settings";
    private static final String LIST = LISTS + "/:" + ListPath.ADDRESS;

    private final MailingLists lists;
    private final ListPath path;
    private final Settings settings;
    private final Json json;

    @Inject
    MailingListRoutes(MailingLists lists, ListPath path, Settings settings, Json json) {
        this.lists = lists;
        this.path = path;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return LISTS;
    }

    @Override
    public void define(Service service) {
        service.get(LISTS, this::all);
        service.get(SETTINGS, this::explain);
        service.post(LISTS, this::add);
        service.get(LIST, this::one);
        service.patch(LIST, this::change);
        service.delete(LIST, this::remove);
    }

    private String all(Request request, Response response) {
        return json.answer(
                response,
                200,
                new ListAnswer.Lists(lists.all().stream().map(this::answer).toList()));
    }

    private String explain(Request request, Response response) {
        return json.answer(response, 200, SettingAnswer.Settings.all());
    }

    private String add(Request request, Response response) {
        ListSettings wanted = json.read(request, ListRequest.class).newList(settings.domain());
        try {
            MailingList added = lists.add(wanted);
            LOGGER.info("event=list-made list={}", added.id());
            response.header("Location", LISTS + "/" + added.address());
            return json.answer(response, 201, answer(added));
        } catch (ListExistsException e) {
            throw Problem.conflict("There is a list " + wanted.address() + " already.");
        }
    }

    private String one(Request request, Response response) {
        return json.answer(response, 200, answer(path.list(request)));
    }

    private String change(Request request, Response response) {
        MailingList list = path.list(request);
        ListSettings wanted = json.read(request, ListRequest.class).changing(list.settings());
        MailingList changed = lists.change(wanted).orElseThrow(() -> ListPath.unknown(list.address()));
        LOGGER.info("event=list-changed list={}", list.id());
        return json.answer(response, 200, answer(changed));
    }

    private String remove(Request request, Response response) {
        MailingList list = path.list(request);
        if (!lists.remove(list.address())) {
            throw ListPath.unknown(list.address());
        }
        LOGGER.info("event=list-removed list={}", list.id());
        response.status(204);
        return "";
    }

    private ListAnswer answer(MailingList list) {
        return ListAnswer.of(list, lists.countMembers(list));
    }
}
