package org.sampan.mailserver.enrolment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.membership.Consent;
import org.sampan.mailserver.membership.Consents;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Persons;
import org.sampan.mailserver.membership.Preferences;
import org.sampan.mailserver.membership.Subscription;
import spark.Request;
import spark.Response;
import spark.Service;

/** {@code GET /people/{email}/export}: all that is kept of one person, as JSON, with all the person wrote, as mails, in a ZIP. */
final class ExportRoutes implements Routes {
    private static final String EMAIL = "email";

    private final Members members;
    private final Persons persons;
    private final Consents consents;
    private final MailingLists lists;
    private final AuthoredPosts posts;
    private final Json json;

    @Inject
    ExportRoutes(
            Members members, Persons persons, Consents consents, MailingLists lists, AuthoredPosts posts, Json json) {
        this.members = members;
        this.persons = persons;
        this.consents = consents;
        this.lists = lists;
        this.posts = posts;
        this.json = json;
    }

    /** @param posts files beside this one */
    record Export(
            String email,
            String name,
            String organisation,
            String country,
            String language,
            String timezone,
            List<String> addresses,
            Preferences preferences,
            List<OnList> subscriptions,
            BounceRecord bounces,
            List<Post> posts) {}

    record OnList(
            String list,
            String mode,
            String state,
            boolean moderated,
            Instant joinedAt,
            @Nullable Consent consent,
            String words) {}

    record Post(String list, String file, String subject, Instant receivedAt) {}

    @Override
    public String getBasePath() {
        return "/people";
    }

    @Override
    public void define(Service service) {
        service.get("/people/:" + EMAIL + "/export", this::export);
    }

    private Object export(Request request, Response response) throws IOException {
        Person person = EmailAddress.parse(request.params(EMAIL))
                .flatMap(members::person)
                .orElseThrow(() -> Problem.notFound("Nobody of this address is known here."));
        response.type("application/zip");
        response.header("Content-Disposition", "attachment; filename=\"my-data.zip\"");
        try (OutputStream out = response.raw().getOutputStream();
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            List<Post> written = writePosts(zip, person.email());
            zip.putNextEntry(new ZipEntry("person.json"));
            zip.write(json.write(of(person, written)).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return "";
    }

    private List<Post> writePosts(ZipOutputStream zip, EmailAddress email) throws IOException {
        List<EmailAddress> addresses = new ArrayList<>(persons.otherAddresses(email));
        addresses.add(email);
        List<Post> written = new ArrayList<>();
        try (Stream<AuthoredPosts.AuthoredPost> all = posts.of(addresses)) {
            for (AuthoredPosts.AuthoredPost post : (Iterable<AuthoredPosts.AuthoredPost>) all::iterator) {
                String file = "posts/" + post.list() + "/" + post.id() + ".eml";
                zip.putNextEntry(new ZipEntry(file));
                zip.write(post.message());
                zip.closeEntry();
                written.add(new Post(post.list(), file, post.subject(), post.receivedAt()));
            }
        }
        return written;
    }

    private Export of(Person person, List<Post> written) {
        EmailAddress email = person.email();
        return new Export(
                email.written(),
                person.name(),
                person.organisation(),
                person.country(),
                person.language(),
                person.timezone(),
                persons.otherAddresses(email).stream()
                        .map(EmailAddress::written)
                        .toList(),
                persons.preferences(email),
                members.subscriptionsOf(email).stream().map(this::onList).toList(),
                members.bounces(email),
                written);
    }

    private OnList onList(Subscription subscription) {
        Optional<Consent> consent = lists.find(subscription.list())
                .flatMap(it -> consents.find(it, subscription.person().email()));
        return new OnList(
                subscription.list().toString(),
                subscription.mode().word(),
                subscription.state().name().toLowerCase(java.util.Locale.ROOT),
                subscription.moderated(),
                subscription.joinedAt(),
                consent.orElse(null),
                consent.flatMap(it -> consents.words(it.words())).orElse(""));
    }
}
