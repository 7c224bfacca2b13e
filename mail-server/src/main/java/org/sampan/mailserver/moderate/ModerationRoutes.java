package org.sampan.mailserver.moderate;

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
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.ReasonTexts;
import org.sampan.mailserver.settings.Texts;
import spark.Request;
import spark.Response;
import spark.Service;

/** Held posts over REST: {@code /lists/{address}/held…}, see config/contract. */
final class ModerationRoutes implements Routes {
    private static final String HELD = "/lists/:" + ListPath.ADDRESS + "/held";
    private static final String WHO_DECIDES_UNSAID = "the operator";

    private final ListPath path;
    private final HeldPosts heldPosts;
    private final Moderation moderation;
    private final ReasonTexts texts;
    private final Json json;

    @Inject
    ModerationRoutes(ListPath path, HeldPosts heldPosts, Moderation moderation, ReasonTexts texts, Json json) {
        this.path = path;
        this.heldPosts = heldPosts;
        this.moderation = moderation;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get(HELD, this::waiting);
        service.get(HELD + "/:id/raw", this::raw);
        service.post(HELD + "/:id/approve", (request, response) -> decide(request, response, Decision.Kind.APPROVED));
        service.post(HELD + "/:id/accept", (request, response) -> decide(request, response, Decision.Kind.ACCEPTED));
        service.post(HELD + "/:id/reject", (request, response) -> decide(request, response, Decision.Kind.REJECTED));
        service.post(HELD + "/:id/discard", (request, response) -> decide(request, response, Decision.Kind.DISCARDED));
    }

    private String waiting(Request request, Response response) {
        String language = Optional.ofNullable(request.queryParams("language")).orElse(Texts.ENGLISH);
        List<HeldAnswer> held = heldPosts.waiting(path.list(request)).stream()
                .map(it -> HeldAnswer.of(it, texts.say(language, it.reason())))
                .toList();
        return json.answer(response, 200, new WaitingAnswer(held));
    }

    private Object raw(Request request, Response response) {
        MailingList list = path.list(request);
        PostId id = id(request);
        Post post = heldPosts
                .post(list, id)
                .orElseThrow(() -> heldPosts.find(list, id).isPresent() ? HeldAnswers.textGone() : noSuchPost(request));
        response.type("message/rfc822");
        return post.message().bytes();
    }

    private String decide(Request request, Response response, Decision.Kind kind) {
        MailingList list = path.list(request);
        PostId id = id(request);
        DecisionRequest asked = request.contentLength() == 0
                ? new DecisionRequest(null, null, null)
                : json.read(request, DecisionRequest.class);
        Rejection rejection = HeldAnswers.rejection(asked.because(), asked.reason());
        if (!moderation.decide(list, id, kind, asked.whoDecides(), rejection)) {
            HeldPost held = heldPosts.find(list, id).orElseThrow(() -> noSuchPost(request));
            throw HeldAnswers.already(held.decided());
        }
        return json.answer(response, 200, new DecisionAnswer(id.text(), kind.word()));
    }

    private static PostId id(Request request) {
        try {
            return new PostId(request.params("id"));
        } catch (IllegalArgumentException notAnId) {
            throw noSuchPost(request);
        }
    }

    private static Problem noSuchPost(Request request) {
        return Problem.notFound("No post " + request.params("id") + " was held for this list.");
    }

    private record WaitingAnswer(List<HeldAnswer> held) {}

    private record HeldAnswer(
            String id, String list, String from, String subject, String reason, Instant heldAt, long bytes) {
        static HeldAnswer of(HeldPost held, String reason) {
            return new HeldAnswer(
                    held.id().text(),
                    held.list().toString(),
                    held.fromEmail(),
                    held.subject(),
                    reason,
                    held.heldAt(),
                    held.bytes());
        }
    }

    private record DecisionRequest(
            @Nullable String reason,
            @Nullable String because,
            @Nullable String by) {
        String whoDecides() {
            return by == null || by.isBlank() ? WHO_DECIDES_UNSAID : by.strip();
        }
    }

    private record DecisionAnswer(String id, String decision) {}
}
