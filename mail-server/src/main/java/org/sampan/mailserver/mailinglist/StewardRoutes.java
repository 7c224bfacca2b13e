package org.sampan.mailserver.mailinglist;

import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/stewards}: owners, moderators and banned senders of a list. */
final class StewardRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(StewardRoutes.class);
    private static final String STEWARDS = "/lists/:" + ListPath.ADDRESS + "/stewards";

    private final MailingLists lists;
    private final ListPath path;
    private final Json json;

    @Inject
    StewardRoutes(MailingLists lists, ListPath path, Json json) {
        this.lists = lists;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get(STEWARDS, this::show);
        service.patch(STEWARDS, this::change);
    }

    private String show(Request request, Response response) {
        return answer(path.list(request), response);
    }

    private String change(Request request, Response response) {
        MailingList list = path.list(request);
        StewardAnswer wanted = json.read(request, StewardAnswer.class);
        Optional<Set<EmailAddress>> owners = wanted.newOwners();
        Optional<Set<EmailAddress>> moderators = wanted.newModerators();
        Optional<Set<AddressPattern>> banned = wanted.newBanned();
        owners.ifPresent(it -> lists.setStewards(list, Steward.OWNER, it));
        moderators.ifPresent(it -> lists.setStewards(list, Steward.MODERATOR, it));
        banned.ifPresent(it -> setBanned(list, it));
        LOGGER.info("event=stewards-changed list={}", list.id());
        return answer(list, response);
    }

    private void setBanned(MailingList list, Set<AddressPattern> banned) {
        Set<AddressPattern> before = lists.banned(list);
        before.stream().filter(it -> !banned.contains(it)).forEach(it -> lists.unban(list, it));
        banned.stream().filter(it -> !before.contains(it)).forEach(it -> lists.ban(list, it));
    }

    private String answer(MailingList list, Response response) {
        return json.answer(
                response,
                200,
                StewardAnswer.of(
                        lists.stewards(list, Steward.OWNER),
                        lists.stewards(list, Steward.MODERATOR),
                        lists.banned(list)));
    }
}
