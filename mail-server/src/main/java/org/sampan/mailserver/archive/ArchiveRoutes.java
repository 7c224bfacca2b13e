package org.sampan.mailserver.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.PostLinks;
import spark.Request;
import spark.Response;
import spark.Service;

/** Posts over REST: {@code /lists/{address}/posts…}, see config/contract. */
final class ArchiveRoutes implements Routes {
    private static final String POSTS = "/lists/:" + ListPath.ADDRESS + "/posts";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;

    private static final Map<String, String> ALLOWED = Map.of(
            "limit", "a number from 1 to " + MOST,
            "after", "the id of a post",
            "since", "an instant such as 2026-11-22T00:00:00Z");

    private final ListPath path;
    private final PostArchive archive;
    private final PostLinks links;
    private final Json json;

    @Inject
    ArchiveRoutes(ListPath path, PostArchive archive, PostLinks links, Json json) {
        this.path = path;
        this.archive = archive;
        this.links = links;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get(POSTS, this::page);
        service.get(POSTS + "/:id", this::one);
        service.get(POSTS + "/:id/raw", this::raw);
    }

    private String page(Request request, Response response) {
        MailingList list = path.list(request);
        int limit = parameter(request, "limit", ArchiveRoutes::limit).orElse(DEFAULT_LIMIT);
        PostArchive.Page page = new PostArchive.Page(
                parameter(request, "after", PostId::new), parameter(request, "since", Instant::parse), limit);
        List<ArchivedPost> posts = archive.page(list, page);
        String next = posts.size() < limit ? null : posts.get(limit - 1).id().text();
        return json.answer(
                response, 200, new PostsAnswer(posts.stream().map(this::answer).toList(), next));
    }

    private String one(Request request, Response response) {
        return json.answer(
                response,
                200,
                answer(archive.find(path.list(request), id(request)).orElseThrow(() -> noSuchPost(request))));
    }

    private Object raw(Request request, Response response) {
        String as = Optional.ofNullable(request.queryParams("as")).orElse("received");
        String language = Optional.ofNullable(request.queryParams("language")).orElse("");
        Optional<byte[]> message = switch (as) {
            case "received" -> archive.received(path.list(request), id(request));
            case "sent" -> archive.sent(path.list(request), id(request), language);
            default -> throw Problem.badField("as", "as: received or sent, not " + as);
        };
        response.type("message/rfc822");
        return message.orElseThrow(() -> noSuchPost(request));
    }

    private PostAnswer answer(ArchivedPost post) {
        return PostAnswer.of(post, links);
    }

    static PostId id(Request request) {
        try {
            return new PostId(request.params("id"));
        } catch (IllegalArgumentException notAnId) {
            throw noSuchPost(request);
        }
    }

    static Problem noSuchPost(Request request) {
        return Problem.notFound("This list has no post " + request.params("id") + ".");
    }

    private static int limit(String text) {
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("out of range");
        }
        return limit;
    }

    private static <T> Optional<T> parameter(Request request, String name, Function<String, T> read) {
        String text = request.queryParams(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(text));
        } catch (RuntimeException unreadable) {
            throw Problem.badField(name, name + ": '" + text + "' is not " + ALLOWED.get(name));
        }
    }

    private record PostsAnswer(
            List<PostAnswer> posts, @Nullable String next) {}
}
