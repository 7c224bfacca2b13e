package org.sampan.mailserver.moderate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.ReasonTexts;
import org.sampan.mailserver.settings.Texts;
import spark.Request;
import spark.Response;
import spark.Service;

/** Who decided what about held posts: {@code /lists/{address}/decisions}, see config/contract. */
final class DecisionRoutes implements Routes {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;

    private final ListPath path;
    private final DecidedPosts decided;
    private final ReasonTexts texts;
    private final Json json;

    @Inject
    DecisionRoutes(ListPath path, DecidedPosts decided, ReasonTexts texts, Json json) {
        this.path = path;
        this.decided = decided;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get("/lists/:" + ListPath.ADDRESS + "/decisions", this::page);
    }

    private String page(Request request, Response response) {
        String language = Optional.ofNullable(request.queryParams("language")).orElse(Texts.ENGLISH);
        int limit = limit(request.queryParams("limit"));
        List<HeldPost> posts = decided.page(path.list(request), after(request.queryParams("after")), limit);
        List<DecidedAnswer> answers = posts.stream()
                .flatMap(it -> it.decided().stream()
                        .map(decision -> DecidedAnswer.of(it, decision, texts.say(language, it.reason()))))
                .toList();
        return json.answer(
                response,
                200,
                new DecisionsAnswer(
                        answers,
                        posts.size() < limit ? null : posts.get(limit - 1).id().text()));
    }

    private static Optional<PostId> after(@Nullable String text) {
        try {
            return Optional.ofNullable(text).filter(it -> !it.isBlank()).map(PostId::new);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.badField("after", "after: the id of a post");
        }
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null || text.isBlank() ? DEFAULT_LIMIT : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw Problem.badField("limit", "limit: a number from 1 to " + MOST);
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record DecisionsAnswer(
            List<DecidedAnswer> decisions, @Nullable String next) {}

    /**
     * @param because one of the reasons of a rejection; empty: none
     * @param words the decider's own, for the author
     */
    private record DecidedAnswer(
            String id,
            String from,
            String subject,
            String reason,
            Instant heldAt,
            long bytes,
            String decision,
            String by,
            Instant at,
            String because,
            String words) {
        static DecidedAnswer of(HeldPost held, Decision decision, String why) {
            Rejection rejection = Rejection.parse(decision.reason());
            return new DecidedAnswer(
                    held.id().text(),
                    held.fromEmail(),
                    held.subject(),
                    why,
                    held.heldAt(),
                    held.bytes(),
                    decision.kind().word(),
                    decision.by(),
                    decision.at(),
                    rejection.because().map(it -> it.word()).orElse(""),
                    rejection.words());
        }
    }
}
