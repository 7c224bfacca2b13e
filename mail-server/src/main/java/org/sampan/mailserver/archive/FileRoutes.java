package org.sampan.mailserver.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.content.AttachedFile;
import org.sampan.mailserver.content.AttachedFiles;
import org.sampan.mailserver.content.FileLinks;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * A file out of a post, for whoever has its link: {@code /lists/{address}/posts/{id}/files/{part}?until=&key=}. Whether the reader may
 * see the list at all is asked by the pages.
 */
final class FileRoutes implements Routes {
    private final ListPath path;
    private final PostArchive archive;
    private final FileLinks links;
    private final Clock clock;

    @Inject
    FileRoutes(ListPath path, PostArchive archive, FileLinks links, Clock clock) {
        this.path = path;
        this.archive = archive;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get("/lists/:" + ListPath.ADDRESS + "/posts/:id/files/:part", this::file);
    }

    private Object file(Request request, Response response) {
        MailingList list = path.list(request);
        PostId post = ArchiveRoutes.id(request);
        String part = request.params("part");
        requireGoodLink(request, list, post, part);
        AttachedFile file = archive.received(list, post)
                .map(Message::parse)
                .flatMap(it -> AttachedFiles.find(it, part))
                .orElseThrow(() -> Problem.notFound("This post has no such file."));
        response.type("application/octet-stream");
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()));
        return file.bytes();
    }

    private void requireGoodLink(Request request, MailingList list, PostId post, String part) {
        String key = request.queryParams("key");
        long until = seconds(request.queryParams("until"));
        if (key == null || !links.isOurs(list.address(), post, part, until, key)) {
            throw Problem.forbidden("This link is not complete. Copy it whole out of the mail.");
        }
        if (clock.instant().isAfter(Instant.ofEpochSecond(until))) {
            throw Problem.gone("This link worked until " + Instant.ofEpochSecond(until) + ". The post is still there.");
        }
    }

    private static long seconds(String text) {
        return text != null && text.matches("[0-9]{1,12}") ? Long.parseLong(text) : 0;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
