package org.sampan.digest.mailserver;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The mail server's REST (contract, "Mail server"), as far as this program needs it. Blocking; safe for many threads.
 * Every call throws {@link MailServerUnavailable} when there is no usable answer, and {@link MailServerRefused} when
 * the server refuses; what it does not know (404) is empty.
 */
public final class MailServer {
    private final RestCalls calls;

    /**
     * @param admin where the REST is
     * @param tokenFile holds the bearer token
     */
    public MailServer(URI admin, Path tokenFile) {
        this.calls = new RestCalls(admin, new SecretFile(tokenFile));
    }

    /** All lists, private ones too. */
    public List<MailingList> lists() {
        return calls.get(Lists.class, "/lists").map(Lists::lists).orElseGet(List::of);
    }

    public Optional<MailingList> list(ListAddress list) {
        return calls.get(MailingList.class, "/lists/{list}", list);
    }

    /**
     * Asks for a confirmation mail. The answer is the same whether or not the person is on the list.
     *
     * @return false when there is no such list
     */
    public boolean join(ListAddress list, JoinRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", request.email());
        putUnlessBlank(body, "name", request.name());
        putUnlessBlank(body, "language", request.language());
        putUnlessBlank(body, "visitor", request.visitor());
        return calls.post(JoinTaken.class, body, "/lists/{list}/joins", list).isPresent();
    }

    /** Empty when the link is not known, was used, or has expired. */
    public Optional<Confirmation> confirmation(LinkToken token) {
        return calls.get(Confirmation.class, "/confirmations/{token}", token.text());
    }

    /** Does what the link asks. */
    public Optional<Confirmation> confirm(LinkToken token) {
        return calls.post(Confirmation.class, Map.of(), "/confirmations/{token}", token.text());
    }

    /** Empty when the link is not known, or has expired. */
    public Optional<Authorship> authorship(LinkToken token) {
        return calls.get(Authorship.class, "/authorships/{token}", token.text());
    }

    /** Sends the post in its author's name, once. */
    public Optional<Authorship> confirmAuthorship(LinkToken token) {
        return calls.post(Authorship.class, Map.of(), "/authorships/{token}", token.text());
    }

    /** Empty when the token is none of ours. */
    public Optional<Unsubscription> unsubscription(LinkToken token) {
        return calls.get(Unsubscription.class, "/unsubscriptions/{token}", token.text());
    }

    /**
     * Takes the reader off the list; doing it again is no error.
     *
     * @param reason why, in the reader's words; may be empty
     */
    public Optional<Unsubscription> leave(LinkToken token, String reason) {
        return calls.post(Unsubscription.class, Map.of("reason", reason), "/unsubscriptions/{token}", token.text());
    }

    /** Takes leaving back, where it was not too long ago. */
    public Optional<Unsubscription> undoLeaving(LinkToken token) {
        return calls.post(Unsubscription.class, Map.of(), "/unsubscriptions/{token}/undo", token.text());
    }

    /** Empty when the token is none of ours. */
    public Optional<Resumption> resumption(LinkToken token) {
        return calls.get(Resumption.class, "/resumptions/{token}", token.text());
    }

    /** Mail is sent to the reader again, where returned mail had stopped it; doing it again is no error. */
    public Optional<Resumption> resume(LinkToken token) {
        return calls.post(Resumption.class, Map.of(), "/resumptions/{token}", token.text());
    }

    /** Newest first; empty for a list there is not. */
    public Optional<PostPage> posts(ListAddress list, PostQuery query) {
        StringBuilder path = new StringBuilder("/lists/{list}/posts?limit={limit}");
        List<Object> names = new ArrayList<>(List.of(list, query.limit()));
        query.after().ifPresent(after -> {
            path.append("&after={after}");
            names.add(after);
        });
        query.since().ifPresent(since -> {
            path.append("&since={since}");
            names.add(since);
        });
        return calls.get(PostPage.class, path.toString(), names.toArray());
    }

    public Optional<Post> post(ListAddress list, PostId post) {
        return calls.get(Post.class, "/lists/{list}/posts/{post}", list, post);
    }

    /** The message as it was received. */
    public Optional<byte[]> rawPost(ListAddress list, PostId post) {
        return calls.getMessage("/lists/{list}/posts/{post}/raw", list, post);
    }

    /** Who reads a list's posts gathered; empty for a list there is not. */
    public List<DigestReaders> digestReaders(ListAddress list) {
        return calls.get(Audiences.class, "/lists/{list}/audiences", list)
                .map(Audiences::audiences)
                .orElseGet(List::of);
    }

    public Optional<DigestTimes> digestTimes(ListAddress list) {
        return calls.get(DigestTimes.class, "/lists/{list}", list);
    }

    public Optional<DeliveryProgress> delivery(ListAddress list, PostId post) {
        return calls.get(DeliveryProgress.class, "/lists/{list}/posts/{post}/delivery", list, post);
    }

    /** Everything known of one person; empty when the address is on no list. */
    public Optional<Person> person(EmailAddress email) {
        return calls.get(Person.class, "/people/{email}", email);
    }

    /**
     * Mail for this program, oldest first.
     *
     * @param mailbox {@code clippings} or {@code statements}
     */
    public List<WaitingMail> waiting(String mailbox) {
        return calls.get(WaitingMails.class, "/mailboxes/{mailbox}/messages", mailbox)
                .map(WaitingMails::messages)
                .orElseGet(List::of);
    }

    /** Every byte; empty when somebody has taken it already. */
    public Optional<byte[]> rawMail(String mailbox, long id) {
        return calls.getMessage("/mailboxes/{mailbox}/messages/{id}/raw", mailbox, id);
    }

    /** The mail has been dealt with and is to wait no longer; doing it again is no error. */
    public void taken(String mailbox, long id) {
        calls.delete("/mailboxes/{mailbox}/messages/{id}", mailbox, id);
    }

    /** What waits for a moderator, on all lists. */
    public List<HeldItem> heldFor(EmailAddress moderator) {
        return calls.get(AllHeld.class, "/moderators/{email}/held", moderator)
                .map(AllHeld::held)
                .orElseGet(List::of);
    }

    /** Empty when the link is none of the mail server's, or its holder no moderator any more. */
    public Optional<Moderation> moderation(LinkToken token, Locale language) {
        return calls.get(
                Moderation.class, "/moderations/{token}?language={tag}", token.text(), language.toLanguageTag());
    }

    /** The held post as it was received. */
    public Optional<byte[]> rawHeld(LinkToken token) {
        return calls.getMessage("/moderations/{token}/raw", token.text());
    }

    /** @throws MailServerRefused with status 409 when somebody decided before */
    public Optional<Moderation> decide(LinkToken token, Moderation.Verdict verdict) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("decision", verdict.choice().word());
        putUnlessBlank(body, "because", verdict.because());
        putUnlessBlank(body, "reason", verdict.words());
        return calls.post(Moderation.class, body, "/moderations/{token}", token.text());
    }

    /** Empty when nobody is known under this address. */
    public Optional<Person> change(EmailAddress email, PersonChange change) {
        return calls.patch(Person.class, change, "/people/{email}", email);
    }

    /** False when the person is not on the list. */
    public boolean change(ListAddress list, EmailAddress email, DeliveryMode mode) {
        return calls.patch(Changed.class, Map.of("mode", mode.word()), "/lists/{list}/members/{email}", list, email)
                .isPresent();
    }

    /** Asks the other address whether the person writes from there. False when the person is on no list. */
    public boolean askToWriteFrom(EmailAddress person, EmailAddress other) {
        return calls.post(Asked.class, Map.of("address", other.text()), "/people/{email}/addresses", person)
                .isPresent();
    }

    /** Asks both addresses whether mail shall move. False when the person is on no list. */
    public boolean askToMove(EmailAddress person, EmailAddress to) {
        return calls.post(Asked.class, Map.of("address", to.text()), "/people/{email}/move", person)
                .isPresent();
    }

    public void removeAddress(EmailAddress person, EmailAddress other) {
        calls.delete("/people/{email}/addresses/{other}", person, other);
    }

    /** All that is kept of a person, as a ZIP; empty when nobody is known. */
    public Optional<byte[]> export(EmailAddress email) {
        return calls.getMessage("/people/{email}/export", email);
    }

    /** @param withPosts whether the person's posts go from the archives too; each leaves a trace */
    public void erase(EmailAddress email, boolean withPosts) {
        if (withPosts) {
            calls.post(
                    Removed.class,
                    Map.of("by", email.text(), "reason", "erasure"),
                    "/people/{email}/posts/remove",
                    email);
        }
        calls.delete("/people/{email}", email);
    }

    /** Empty for a list there is not. */
    public Optional<Stewards> stewards(ListAddress list) {
        return calls.get(Stewards.class, "/lists/{list}/stewards", list);
    }

    /** The lists an address owns or moderates, by address. */
    public List<LookedAfter> lookedAfterBy(EmailAddress email) {
        return calls.get(AllLookedAfter.class, "/stewards/{email}", email)
                .map(AllLookedAfter::lists)
                .orElseGet(List::of);
    }

    /** For those who look after lists. */
    public ListCare care() {
        return new ListCare(calls);
    }

    /** Whether the mail server says that all its parts are up. Never throws. */
    public boolean isUp() {
        try {
            return calls.get(Health.class, "/health")
                    .filter(health -> health.status().equals("up"))
                    .isPresent();
        } catch (MailServerUnavailable | MailServerRefused e) {
            return false;
        }
    }

    private static void putUnlessBlank(Map<String, Object> body, String field, String text) {
        if (!text.isBlank()) {
            body.put(field, text);
        }
    }

    private record WaitingMails(List<WaitingMail> messages) {}

    private record Audiences(List<DigestReaders> audiences) {}

    private record Lists(List<MailingList> lists) {}

    private record Removed(int removed) {}

    private record Changed(EmailAddress email) {}

    private record Asked(EmailAddress email, EmailAddress address) {}

    private record JoinTaken(ListAddress list, EmailAddress email) {}

    private record AllHeld(List<HeldItem> held) {}

    private record AllLookedAfter(List<LookedAfter> lists) {}

    private record Health(String status) {}
}
