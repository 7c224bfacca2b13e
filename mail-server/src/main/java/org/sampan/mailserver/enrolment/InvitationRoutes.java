package org.sampan.mailserver.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.admin.RequestBody;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.ImportReport;
import org.sampan.mailserver.membership.Members.NewMember;
import org.sampan.mailserver.membership.MembersCsv;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.UnreadableFileException;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code /lists/{address}/invitations}: asking people to come, by name or by a file that is looked through first. */
final class InvitationRoutes implements Routes {
    private static final String INVITATIONS = "/lists/:" + ListPath.ADDRESS + "/invitations";
    private static final int MOST_AT_ONCE = 500;

    private final Inviting inviting;
    private final ListPath path;
    private final Json json;

    @Inject
    InvitationRoutes(Inviting inviting, ListPath path, Json json) {
        this.inviting = inviting;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get(INVITATIONS, this::open);
        service.post(INVITATIONS, this::invite);
        service.put(INVITATIONS + "/preview", this::preview);
    }

    private String open(Request request, Response response) {
        List<Invited> open = inviting.open(path.list(request)).stream()
                .map(it -> new Invited(it.email().written(), it.name(), it.expiresAt()))
                .toList();
        return json.answer(response, 200, new Invitations(open));
    }

    private String invite(Request request, Response response) {
        MailingList list = path.list(request);
        InviteRequest wanted = json.read(request, InviteRequest.class);
        List<Invitee> people = wanted.all();
        if (people.isEmpty() || people.size() > MOST_AT_ONCE) {
            throw Problem.badField("emails", "emails: 1 to " + MOST_AT_ONCE + " addresses");
        }
        String words = OwnersWords.of("words", wanted.words());
        List<Checked> checked = people.stream().map(Invitee::checked).toList();
        List<InviteResult> results =
                checked.stream().map(it -> invite(list, it, words)).toList();
        return json.answer(response, 200, new InviteResults(results));
    }

    private InviteResult invite(MailingList list, Checked invitee, String words) {
        String result = invitee.person()
                .map(it -> word(inviting.invite(list, it, words)))
                .orElse("not-an-address");
        return new InviteResult(invitee.email(), result);
    }

    /** Reads a file as the import of members does, and says whom an invitation would reach. */
    private String preview(Request request, Response response) throws IOException {
        MailingList list = path.list(request);
        try (InputStream file = RequestBody.of(request)) {
            try {
                MembersCsv csv = MembersCsv.of(file);
                List<NewMember> people = csv.members().limit(MOST_AT_ONCE + 1L).toList();
                if (people.size() > MOST_AT_ONCE) {
                    throw new UnreadableFileException(
                            "This file names more than " + MOST_AT_ONCE + " people; invite them in several steps.");
                }
                return json.answer(response, 200, preview(list, people, csv.problems()));
            } catch (UnreadableFileException e) {
                file.transferTo(OutputStream.nullOutputStream()); // who still sends cannot read our answer
                throw Problem.badRequest(e.getMessage() + " Nobody was invited.");
            }
        }
    }

    private InvitePreview preview(MailingList list, List<NewMember> people, List<ImportReport.LineProblem> problems) {
        List<PreviewLine> lines = people.stream()
                .map(NewMember::person)
                .map(it -> new PreviewLine(
                        it.email().written(),
                        it.name(),
                        it.language(),
                        word(inviting.obstacle(list, it.email()).orElse(Inviting.Result.INVITED))))
                .toList();
        return new InvitePreview(people.size() + problems.size(), problems, lines);
    }

    private static String word(Inviting.Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record InviteRequest(
            @Nullable List<String> emails,
            @Nullable List<Invitee> people,
            @Nullable String words,
            @Nullable String language) {
        List<Invitee> all() {
            return Stream.concat(
                            Stream.ofNullable(emails).flatMap(List::stream).map(it -> new Invitee(it, null, language)),
                            Stream.ofNullable(people).flatMap(List::stream))
                    .toList();
        }
    }

    private record Invitee(
            String email, @Nullable String name, @Nullable String language) {
        Invitee(@Nullable String email, @Nullable String name, @Nullable String language) {
            this.email = email == null ? "" : email;
            this.name = name;
            this.language = language;
        }

        /** @throws IllegalArgumentException naming what is not sound, before anybody is written to */
        Checked checked() {
            return new Checked(
                    email.strip(),
                    EmailAddress.parse(email.strip())
                            .map(it -> new Person(it, text(name), "", "", Person.languageOf(text(language)), "")));
        }

        private static String text(@Nullable String text) {
            return Optional.ofNullable(text).orElse("").strip();
        }
    }

    /** @param person empty: this is no address */
    private record Checked(String email, Optional<Person> person) {}

    private record InviteResults(List<InviteResult> results) {}

    private record InviteResult(String email, String result) {}

    private record Invitations(List<Invited> invitations) {}

    private record Invited(String email, String name, Instant expiresAt) {}

    private record InvitePreview(int read, List<ImportReport.LineProblem> problems, List<PreviewLine> results) {}

    private record PreviewLine(String email, String name, String language, String result) {}
}
