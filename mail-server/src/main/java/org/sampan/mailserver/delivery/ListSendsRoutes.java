package org.sampan.mailserver.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.delivery.DeliveryAnswers.ProgressAnswer;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/sends}: a list's posts with how far each has come, for those who look after it. */
final class ListSendsRoutes implements Routes {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final ListPath path;
    private final PostArchive archive;
    private final Deliveries deliveries;
    private final Json json;

    @Inject
    ListSendsRoutes(ListPath path, PostArchive archive, Deliveries deliveries, Json json) {
        this.path = path;
        this.archive = archive;
        this.deliveries = deliveries;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get("/lists/:" + ListPath.ADDRESS + "/sends", this::page);
    }

    private String page(Request request, Response response) {
        MailingList list = path.list(request);
        int limit = limit(request);
        List<ArchivedPost> posts =
                archive.page(list, new PostArchive.Page(after(request), Optional.empty(), limit + 1));
        List<SendAnswer> sends = posts.stream().limit(limit).map(this::answer).toList();
        String next = posts.size() > limit ? posts.get(limit - 1).id().text() : null;
        return json.answer(response, 200, new SendsAnswer(sends, next));
    }

    private SendAnswer answer(ArchivedPost post) {
        DeliveryProgress progress = deliveries.progress(post.id()).orElse(DeliveryProgress.NOT_BEGUN);
        return new SendAnswer(
                post.id().text(),
                post.subject(),
                post.fromEmail(),
                post.fromName(),
                post.receivedAt(),
                ProgressAnswer.of(progress, List.of()));
    }

    private static Optional<PostId> after(Request request) {
        try {
            return Optional.ofNullable(request.queryParams("after"))
                    .filter(it -> !it.isBlank())
                    .map(PostId::new);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.badField("after", "after: the 'next' of the page before");
        }
    }

    private static int limit(Request request) {
        String text = Optional.ofNullable(request.queryParams("limit")).orElse(Integer.toString(USUAL));
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Problem.badField("limit", "limit: a number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record SendsAnswer(
            List<SendAnswer> sends, @Nullable String next) {}

    private record SendAnswer(
            String post, String subject, String from, String fromName, Instant receivedAt, ProgressAnswer delivery) {}
}
