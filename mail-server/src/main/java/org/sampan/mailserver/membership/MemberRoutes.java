package org.sampan.mailserver.membership;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.admin.RequestBody;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Members.Added;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/members}, one by one and as a file. */
final class MemberRoutes implements Routes {
    private static final Logger LOGGER = LoggerFactory.getLogger(MemberRoutes.class);
    private static final String MEMBERS = "/lists/:" + ListPath.ADDRESS + "/members";
    private static final String EMAIL = "email";
    private static final String MEMBER = MEMBERS + "/:" + EMAIL;
    private static final int SHOWN = 20;

    private final Members members;
    private final ListPath path;
    private final Json json;

    @Inject
    MemberRoutes(Members members, ListPath path, Json json) {
        this.members = members;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.post(MEMBERS, this::add);
        service.put(MEMBERS, this::importFile);
        service.get(MEMBER, this::one);
        service.patch(MEMBER, this::change);
        service.delete(MEMBER, this::remove);
    }

    private String add(Request request, Response response) {
        MailingList list = path.list(request);
        MemberRequest wanted = json.read(request, MemberRequest.class);
        Person person = wanted.newPerson();
        DeliveryMode mode = wanted.modeOr(DeliveryMode.EACH);
        boolean moderated = wanted.moderatedOr(false);
        Added added = members.add(list, person, mode, "owner");
        Subscription stored = added.subscription();
        if (added.isNew() && moderated) {
            stored = members.change(list, stored.person(), mode, true).orElse(stored);
        }
        return json.answer(response, added.isNew() ? 201 : 200, MemberAnswer.of(stored));
    }

    private String importFile(Request request, Response response) throws IOException {
        MailingList list = path.list(request);
        requireCsv(request);
        try (InputStream file = RequestBody.of(request)) {
            try {
                MembersCsv csv = MembersCsv.of(file);
                return json.answer(response, 200, isPreview(request) ? preview(list, csv) : importInto(list, csv));
            } catch (UnreadableFileException e) {
                file.transferTo(OutputStream.nullOutputStream()); // who still sends cannot read our answer
                throw Problem.badRequest(e.getMessage() + " Nobody was added.");
            }
        }
    }

    private ImportReport importInto(MailingList list, MembersCsv csv) {
        ImportReport report = csv.report(members.addAll(list, csv.members(), "import"));
        LOGGER.info(
                "event=members-imported list={} read={} added={} updated={} rejected={}",
                list.id(),
                report.read(),
                report.added(),
                report.updated(),
                report.rejected());
        return report;
    }

    private PreviewReport preview(MailingList list, MembersCsv csv) {
        Members.ImportPreview preview = members.preview(list, csv.members(), SHOWN);
        return PreviewReport.of(csv.report(preview.count()), preview.lines());
    }

    private static boolean isPreview(Request request) {
        String preview = Optional.ofNullable(request.queryParams("preview")).orElse("false");
        if (!preview.equals("true") && !preview.equals("false")) {
            throw Problem.badField("preview", "preview: true or false");
        }
        return preview.equals("true");
    }

    private String one(Request request, Response response) {
        MailingList list = path.list(request);
        return json.answer(response, 200, MemberAnswer.of(subscription(list, request)));
    }

    private String change(Request request, Response response) {
        MailingList list = path.list(request);
        Subscription before = subscription(list, request);
        MemberRequest wanted = json.read(request, MemberRequest.class);
        Person person = wanted.changed(before.person());
        Subscription.State state = wanted.stateOr(before.state());
        Optional<Subscription> after =
                members.change(list, person, wanted.modeOr(before.mode()), wanted.moderatedOr(before.moderated()));
        if (state != before.state()) {
            after = members.change(list, person.email(), state);
        }
        return json.answer(response, 200, MemberAnswer.of(after.orElseThrow(() -> notOnTheList(list, person.email()))));
    }

    private String remove(Request request, Response response) {
        MailingList list = path.list(request);
        EmailAddress email = subscription(list, request).person().email();
        if (!members.remove(list, email)) {
            throw notOnTheList(list, email);
        }
        response.status(204);
        return "";
    }

    private Subscription subscription(MailingList list, Request request) {
        String text = request.params(EMAIL);
        EmailAddress email = EmailAddress.parse(text)
                .orElseThrow(() -> Problem.notFound("'" + Shown.of(text) + "' is not an e-mail address."));
        return members.find(list, email).orElseThrow(() -> notOnTheList(list, email));
    }

    private static Problem notOnTheList(MailingList list, EmailAddress email) {
        return Problem.notFound(email + " is not on " + list.address() + ".");
    }

    private static void requireCsv(Request request) {
        String type =
                Optional.ofNullable(request.contentType()).orElse("text/csv").toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/csv")) {
            throw Problem.badRequest("Send the members as Content-Type: text/csv, not " + Shown.of(type) + ".");
        }
        if (type.contains("charset") && !type.matches(".*charset\\s*=\\s*\"?utf-?8\"?.*")) {
            throw Problem.badRequest("Send the members in UTF-8, not " + Shown.of(type) + ".");
        }
    }
}
