package org.sampan.mailserver.moderate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Post;
import spark.Request;
import spark.Response;
import spark.Service;

/** What one moderator does by a signed link: {@code /moderations/{token}}; and what waits for one: {@code /moderators/{email}/held}. */
final class ModeratorRoutes implements Routes {
    private static final String BASE = "/moderations";
    private static final String ONE = BASE + "/:token";

    private final HeldLinks links;
    private final HeldPosts heldPosts;
    private final Moderation moderation;
    private final ModeratorTexts texts;
    private final Json json;

    @Inject
    ModeratorRoutes(HeldLinks links, HeldPosts heldPosts, Moderation moderation, ModeratorTexts texts, Json json) {
        this.links = links;
        this.heldPosts = heldPosts;
        this.moderation = moderation;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return BASE;
    }

    @Override
    public void define(Service service) {
        service.get("/moderators/:email/held", this::waiting);
        service.get(ONE, this::show);
        service.get(ONE + "/raw", this::raw);
        service.post(ONE, this::decide);
    }

    private String waiting(Request request, Response response) {
        EmailAddress moderator = EmailAddress.parse(request.params("email"))
                .orElseThrow(() -> Problem.badField("email", "email: not an address"));
        List<WaitingAnswer> waiting = new ArrayList<>();
        for (MailingList list : texts.listsOf(moderator)) {
            String language = texts.language(list, moderator, request.queryParams("language"));
            for (HeldPost held : heldPosts.waiting(list)) {
                String token = links.of(held.id(), list, moderator).token();
                waiting.add(WaitingAnswer.of(held, list.settings().name(), texts.why(held, language), token));
            }
        }
        return json.answer(response, 200, new AllWaitingAnswer(waiting));
    }

    private String show(Request request, Response response) {
        return json.answer(response, 200, answer(held(request), request.queryParams("language")));
    }

    private Object raw(Request request, Response response) {
        HeldLinks.Held held = held(request);
        Post post = heldPosts.post(held.list(), held.post().id()).orElseThrow(HeldAnswers::textGone);
        response.type("message/rfc822");
        return post.message().bytes();
    }

    private String decide(Request request, Response response) {
        HeldLinks.Held held = held(request);
        DecisionRequest asked = json.read(request, DecisionRequest.class);
        boolean first = moderation.decide(
                held.list(),
                held.post().id(),
                asked.kind(),
                held.moderator().written(),
                HeldAnswers.rejection(asked.because(), asked.reason()));
        if (!first) {
            throw HeldAnswers.already(
                    moderation.decision(held.list(), held.post().id()));
        }
        return json.answer(response, 200, answer(held(request), request.queryParams("language")));
    }

    private ModerationAnswer answer(HeldLinks.Held held, @Nullable String asked) {
        String language = texts.language(held.list(), held.moderator(), asked);
        return ModerationAnswer.of(
                held, language, texts.why(held.post(), language), texts.reasons(held.list(), language));
    }

    private HeldLinks.Held held(Request request) {
        return links.holder(request.params("token")).orElseThrow(ModeratorRoutes::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("This link is none of ours, or whoever had it is no moderator any more.");
    }

    private record AllWaitingAnswer(List<WaitingAnswer> held) {}

    private record WaitingAnswer(
            String token,
            String list,
            String listName,
            String from,
            String subject,
            String reason,
            Instant heldAt,
            long bytes) {
        static WaitingAnswer of(HeldPost held, String listName, String why, String token) {
            return new WaitingAnswer(
                    token,
                    held.list().toString(),
                    listName,
                    held.fromEmail(),
                    held.subject(),
                    why,
                    held.heldAt(),
                    held.bytes());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record ModerationAnswer(
            String id,
            String list,
            String listName,
            String moderator,
            String language,
            String from,
            String subject,
            String reason,
            Instant heldAt,
            Instant until,
            long bytes,
            List<ModeratorTexts.Reason> reasons,
            @Nullable DecidedAnswer decided) {
        static ModerationAnswer of(
                HeldLinks.Held held, String language, String why, List<ModeratorTexts.Reason> reasons) {
            HeldPost post = held.post();
            return new ModerationAnswer(
                    post.id().text(),
                    post.list().toString(),
                    held.list().settings().name(),
                    held.moderator().written(),
                    language,
                    post.fromEmail(),
                    post.subject(),
                    why,
                    post.heldAt(),
                    NotifyModerators.end(post, held.list().settings()),
                    post.bytes(),
                    reasons,
                    post.decided().map(DecidedAnswer::of).orElse(null));
        }
    }

    private record DecidedAnswer(String decision, String by, Instant at) {
        static DecidedAnswer of(Decision decision) {
            return new DecidedAnswer(decision.kind().word(), decision.by(), decision.at());
        }
    }

    /** @param because one of the reasons offered */
    private record DecisionRequest(
            @Nullable String decision,
            @Nullable String because,
            @Nullable String reason) {
        Decision.Kind kind() {
            return switch (decision == null ? "" : decision) {
                case "approve" -> Decision.Kind.APPROVED;
                case "accept" -> Decision.Kind.ACCEPTED;
                case "reject" -> Decision.Kind.REJECTED;
                case "discard" -> Decision.Kind.DISCARDED;
                default -> throw Problem.badField("decision", "decision: one of approve, accept, reject, discard");
            };
        }
    }
}
