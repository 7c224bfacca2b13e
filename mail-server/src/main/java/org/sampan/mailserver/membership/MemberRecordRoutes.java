package org.sampan.mailserver.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import spark.Request;
import spark.Response;
import spark.Service;

/** What a list's owners may know of a member: this list's business, and none of the member's other lists. */
final class MemberRecordRoutes implements Routes {
    private final Members members;
    private final Persons persons;
    private final Consents consents;
    private final BounceHistory history;
    private final ListPath path;
    private final Json json;

    @Inject
    MemberRecordRoutes(
            Members members, Persons persons, Consents consents, BounceHistory history, ListPath path, Json json) {
        this.members = members;
        this.persons = persons;
        this.consents = consents;
        this.history = history;
        this.path = path;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.get("/lists/:" + ListPath.ADDRESS + "/members/:email/record", this::show);
    }

    private String show(Request request, Response response) {
        MailingList list = path.list(request);
        Subscription subscription = EmailAddress.parse(request.params("email"))
                .flatMap(email -> members.find(list, email))
                .orElseThrow(() -> Problem.notFound("Nobody of this address is on " + list.address() + "."));
        EmailAddress email = subscription.person().email();
        RecordAnswer answer = new RecordAnswer(
                MemberAnswer.of(subscription),
                PreferencesAnswer.of(persons.preferences(email)),
                consent(list, subscription),
                bounces(list, email));
        return json.answer(response, 200, answer);
    }

    /** Who came before such evidence was kept has only what the subscription says. */
    private ConsentAnswer consent(MailingList list, Subscription subscription) {
        Consent consent = consents.find(list, subscription.person().email())
                .orElseGet(() -> new Consent(subscription.consent(), subscription.joinedAt(), "", ""));
        return new ConsentAnswer(
                consent.how(),
                consent.at(),
                consent.visitor(),
                consent.words(),
                consents.words(consent.words()).orElse(""));
    }

    private BouncesAnswer bounces(MailingList list, EmailAddress email) {
        String address = list.address().toString();
        BounceRecord record = members.bounces(email);
        Optional<TroubleAnswer> trouble = history.troubles(email).stream()
                .filter(it -> it.list().equals(address))
                .map(it -> new TroubleAnswer(it.stage(), it.since(), it.removedAt()))
                .findFirst();
        List<SeenAnswer> seen = history.seen(email).stream()
                .filter(it -> it.list().equals(address))
                .map(it -> new SeenAnswer(it.at(), it.kind(), it.status(), it.reply(), it.points(), it.storm()))
                .toList();
        return new BouncesAnswer(record.score(), trouble.orElse(null), seen);
    }

    private record RecordAnswer(
            MemberAnswer member, PreferencesAnswer preferences, ConsentAnswer consent, BouncesAnswer bounces) {}

    /** @param words version of the text that was agreed to, and that text; both may be empty */
    private record ConsentAnswer(String how, Instant at, String visitor, String words, String text) {}

    private record BouncesAnswer(double score, @Nullable TroubleAnswer trouble, List<SeenAnswer> seen) {}

    private record TroubleAnswer(
            String stage, Instant since, @Nullable Instant removedAt) {}

    private record SeenAnswer(Instant at, String kind, String status, String reply, double points, boolean storm) {}
}
