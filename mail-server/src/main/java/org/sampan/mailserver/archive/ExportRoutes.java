package org.sampan.mailserver.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.Conversations;
import org.sampan.mailserver.post.Conversations.Span;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;
import spark.Request;
import spark.Response;
import spark.Service;

/** A list's posts as one mbox file, oldest first, written while it is read: memory does not grow with the archive. */
final class ExportRoutes implements Routes {
    private static final int AT_ONCE = 100;
    private static final int BUFFER = 64 * 1024;

    private final ListPath path;
    private final Conversations conversations;
    private final PostArchive archive;

    @Inject
    ExportRoutes(ListPath path, Conversations conversations, PostArchive archive) {
        this.path = path;
        this.conversations = conversations;
        this.archive = archive;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get("/lists/:" + ListPath.ADDRESS + "/posts.mbox", this::export);
    }

    private Object export(Request request, Response response) throws IOException {
        MailingList list = path.list(request);
        Span span = new Span(instant(request, "since"), instant(request, "until"));
        boolean asSent = asSent(request);
        response.type("application/mbox");
        try (OutputStream out = new BufferedOutputStream(response.raw().getOutputStream(), BUFFER)) {
            Mbox mbox = new Mbox(out);
            Optional<PostId> after = Optional.empty();
            List<ArchivedPost> posts = conversations.all(list, after, span, AT_ONCE);
            while (!posts.isEmpty()) {
                for (ArchivedPost post : posts) {
                    write(mbox, list, post, asSent);
                }
                after = Optional.of(posts.get(posts.size() - 1).id());
                posts = conversations.all(list, after, span, AT_ONCE);
            }
        }
        return "";
    }

    /** What was removed has no message any more. */
    private void write(Mbox mbox, MailingList list, ArchivedPost post, boolean asSent) throws IOException {
        Optional<byte[]> message = asSent ? archive.sent(list, post.id(), "") : archive.received(list, post.id());
        if (message.filter(it -> it.length > 0).isPresent()) {
            mbox.write(post, message.get());
        }
    }

    private static boolean asSent(Request request) {
        String as = Optional.ofNullable(request.queryParams("as")).orElse("");
        return switch (as) {
            case "", "received" -> false;
            case "sent" -> true;
            default -> throw Problem.badField("as", "as: received or sent");
        };
    }

    private static Optional<Instant> instant(Request request, String name) {
        String text = request.queryParams(name);
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException notAnInstant) {
            throw Problem.badField(name, name + ": an instant such as 2026-11-22T00:00:00Z");
        }
    }
}
