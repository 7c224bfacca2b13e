package org.sampan.mailserver.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.admin.RequestBody;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code PUT /lists/{address}/posts.mbox}: the archive of another list server comes into that of a list. */
final class ImportRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(ImportRoutes.class);

    private final ArchiveImport archive;
    private final ListPath path;
    private final Json json;

    @Inject
    ImportRoutes(ArchiveImport archive, ListPath path, Json json) {
        this.archive = archive;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.put("/lists/:" + ListPath.ADDRESS + "/posts.mbox", this::importFile);
    }

    private String importFile(Request request, Response response) throws IOException {
        MailingList list = path.list(request);
        boolean check = isCheck(request);
        try (InputStream file = RequestBody.of(request)) {
            try {
                requireAuthors(list);
                return json.answer(response, 200, check ? archive.check(list, file) : kept(list, file));
            } catch (UnreadableMboxException | BrokenOffException e) {
                file.transferTo(OutputStream.nullOutputStream()); // who still sends cannot read our answer
                throw Problem.badRequest(String.valueOf(e.getMessage()));
            } catch (Problem refused) {
                file.transferTo(OutputStream.nullOutputStream());
                throw refused;
            }
        }
    }

    private ImportReport kept(MailingList list, InputStream file) throws IOException {
        ImportReport report = archive.keep(list, file);
        LOGGER.info(
                "event=archive-imported list={} read={} added={} known={} broken={} redated={}",
                list.id(),
                report.read(),
                report.added(),
                report.known(),
                report.broken(),
                report.redated());
        return report;
    }

    /** Old mails name their authors, in their texts too. */
    private static void requireAuthors(MailingList list) {
        if (list.settings().get(TransformSettings.ANONYMOUS)) {
            throw Problem.conflict(
                    list.address() + " is anonymous, and the old mails name who wrote them. Nothing was added.");
        }
    }

    private static boolean isCheck(Request request) {
        String check = Optional.ofNullable(request.queryParams("check")).orElse("false");
        if (!check.equals("true") && !check.equals("false")) {
            throw Problem.badField("check", "check: true or false");
        }
        return check.equals("true");
    }
}
