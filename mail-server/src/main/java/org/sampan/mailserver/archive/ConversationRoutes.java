package org.sampan.mailserver.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.Conversations;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.PostLinks;
import spark.Request;
import spark.Response;
import spark.Service;

/** The archive by month and by thread over REST, see config/contract. */
final class ConversationRoutes implements Routes {
    private static final String LIST = "/lists/:" + ListPath.ADDRESS;
    private static final int ON_A_PAGE = 50;

    private final ListPath path;
    private final Conversations conversations;
    private final Removals removals;
    private final PostLinks links;
    private final Json json;

    @Inject
    ConversationRoutes(ListPath path, Conversations conversations, Removals removals, PostLinks links, Json json) {
        this.path = path;
        this.conversations = conversations;
        this.removals = removals;
        this.links = links;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get(LIST + "/months", this::months);
        service.get(LIST + "/months/:month", this::threads);
        service.get(LIST + "/posts/:id/thread", this::thread);
    }

    private String months(Request request, Response response) {
        List<MonthAnswer> months = conversations.months(path.list(request)).stream()
                .map(it -> new MonthAnswer(it.month().toString(), it.posts()))
                .toList();
        return json.answer(response, 200, new MonthsAnswer(months));
    }

    private String threads(Request request, Response response) {
        YearMonth month = month(request.params("month"));
        List<ThreadHead> threads = conversations.threads(path.list(request), month).stream()
                .map(it -> new ThreadHead(PostAnswer.of(it.first(), links), it.posts(), it.newestAt()))
                .toList();
        return json.answer(response, 200, new ThreadsAnswer(month.toString(), threads));
    }

    private String thread(Request request, Response response) {
        MailingList list = path.list(request);
        PostId thread = conversations
                .threadOf(list, ArchiveRoutes.id(request))
                .orElseThrow(() -> ArchiveRoutes.noSuchPost(request));
        List<ArchivedPost> posts = conversations.posts(list, thread, after(request), ON_A_PAGE);
        String next =
                posts.size() < ON_A_PAGE ? null : posts.get(ON_A_PAGE - 1).id().text();
        List<RemovalAnswer> removed =
                removals.ofThread(list, thread).stream().map(RemovalAnswer::of).toList();
        return json.answer(
                response,
                200,
                new ThreadAnswer(
                        thread.text(),
                        posts.stream().map(it -> PostAnswer.of(it, links)).toList(),
                        removed,
                        next));
    }

    private static Optional<PostId> after(Request request) {
        try {
            return Optional.ofNullable(request.queryParams("after"))
                    .filter(it -> !it.isBlank())
                    .map(PostId::new);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.badField("after", "after: the id of a post");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notAMonth) {
            throw Problem.badField("month", "month: such as 2026-11");
        }
    }

    private record MonthsAnswer(List<MonthAnswer> months) {}

    private record MonthAnswer(String month, long posts) {}

    private record ThreadsAnswer(String month, List<ThreadHead> threads) {}

    private record ThreadHead(PostAnswer first, long posts, Instant newestAt) {}

    private record ThreadAnswer(
            String id,
            List<PostAnswer> posts,
            List<RemovalAnswer> removals,
            @Nullable String next) {}
}
