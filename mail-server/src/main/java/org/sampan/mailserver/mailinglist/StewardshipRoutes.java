package org.sampan.mailserver.mailinglist;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.Stewardships.Stewardship;
import org.sampan.mailserver.mailinglist.Stewardships.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /stewards/{email}}, and owners, moderators and bans given and taken one by one. */
final class StewardshipRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(StewardshipRoutes.class);
    private static final String ROLE = "/lists/:" + ListPath.ADDRESS + "/stewards/:role";

    private final Stewardships stewardships;
    private final MailingLists lists;
    private final ListPath path;
    private final Json json;

    @Inject
    StewardshipRoutes(Stewardships stewardships, MailingLists lists, ListPath path, Json json) {
        this.stewardships = stewardships;
        this.lists = lists;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/stewards";
    }

    @Override
    public void define(Service service) {
        service.get("/stewards/:email", this::lookedAfter);
        service.post(ROLE, this::give);
        service.delete(ROLE + "/:who", this::take);
    }

    private String lookedAfter(Request request, Response response) {
        List<LookedAfter> found = stewardships.of(address("email", request.params("email"))).stream()
                .flatMap(it -> lists.find(it.list()).map(list -> LookedAfter.of(list, it)).stream())
                .toList();
        return json.answer(response, 200, new AllLookedAfter(found));
    }

    private String give(Request request, Response response) {
        MailingList list = path.list(request);
        String who = Optional.ofNullable(json.read(request, GiveRequest.class).email())
                .orElse("");
        Optional<Steward> role = role(request);
        if (role.isPresent()) {
            stewardships.give(list, role.get(), address("email", who));
        } else {
            lists.ban(list, pattern(who));
        }
        return changed(list, response);
    }

    private String take(Request request, Response response) {
        MailingList list = path.list(request);
        Optional<Steward> role = role(request);
        if (role.isPresent()) {
            EmailAddress steward = address("email", request.params("who"));
            if (stewardships.take(list, role.get(), steward) == Taken.LAST_OWNER) {
                throw Problem.conflict(steward + " is the last owner: name another one first.");
            }
        } else {
            lists.unban(list, pattern(request.params("who")));
        }
        return changed(list, response);
    }

    private String changed(MailingList list, Response response) {
        LOGGER.info("event=stewards-changed list={}", list.id());
        return json.answer(
                response,
                200,
                StewardAnswer.of(
                        lists.stewards(list, Steward.OWNER),
                        lists.stewards(list, Steward.MODERATOR),
                        lists.banned(list)));
    }

    /** Empty: those who are banned. */
    private static Optional<Steward> role(Request request) {
        return switch (request.params("role")) {
            case "owners" -> Optional.of(Steward.OWNER);
            case "moderators" -> Optional.of(Steward.MODERATOR);
            case "banned" -> Optional.empty();
            default ->
                throw Problem.notFound("There are owners, moderators and banned, no '"
                        + ListPath.shortened(request.params("role")) + "'.");
        };
    }

    private static EmailAddress address(String field, String text) {
        return EmailAddress.parse(text.strip())
                .orElseThrow(() ->
                        Problem.badField(field, field + ": not an e-mail address: '" + ListPath.shortened(text) + "'"));
    }

    private static AddressPattern pattern(String text) {
        try {
            return new AddressPattern(text.strip());
        } catch (IllegalArgumentException e) {
            throw Problem.badField("email", "email: " + e.getMessage());
        }
    }

    private record GiveRequest(@Nullable String email) {}

    private record AllLookedAfter(List<LookedAfter> lists) {}

    private record LookedAfter(String list, String listName, String role) {
        static LookedAfter of(MailingList list, Stewardship stewardship) {
            return new LookedAfter(
                    list.address().toString(), list.settings().name(), ListWords.word(stewardship.role()));
        }
    }
}
