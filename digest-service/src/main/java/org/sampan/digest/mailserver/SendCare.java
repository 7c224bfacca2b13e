package org.sampan.digest.mailserver;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.mailserver.SendUnderWay.Change;
import org.sampan.digest.mailserver.SendUnderWay.Progress;

/** Posts on their way to their readers. As {@link MailServer}: blocking, safe for many threads. */
public final class SendCare {
    private static final int CONFLICT = 409;
    private static final String DELIVERY = "/lists/{list}/posts/{post}/delivery";

    private final RestCalls calls;

    /**
     * @param admin where the REST is
     * @param tokenFile holds the bearer token
     */
    public SendCare(URI admin, Path tokenFile) {
        this.calls = new RestCalls(admin, new SecretFile(tokenFile));
    }

    /** @param next where the next page begins; empty on the last */
    public record Page(List<Send> sends, Optional<String> next) {}

    /**
     * A post and how far it has come.
     *
     * @param fromName may be empty
     */
    public record Send(
            PostId post, String subject, String from, String fromName, Instant receivedAt, Progress delivery) {
        /** The author's name, or the address where there is none. */
        public String writer() {
            return fromName.isBlank() ? from : fromName;
        }
    }

    /** @param next where the next page begins; empty on the last */
    public record Recipients(List<Recipient> recipients, Optional<String> next) {}

    /**
     * Somebody who did not get it at once.
     *
     * @param email empty: erased since
     * @param status {@code deferred}, {@code failed}, {@code sent} or {@code cancelled}
     * @param lastReply the other server's own words
     */
    public record Recipient(
            String email, String status, int attempts, String lastReply, Optional<Instant> nextAttemptAt) {}

    /**
     * What became of a wish to change a send.
     *
     * @param now how it stands
     * @param tooLate nothing was done: it had changed before
     */
    public record Changed<T>(T now, boolean tooLate) {}

    /** Newest first; empty for a list there is not. */
    public Optional<Page> page(ListAddress list, Optional<PostId> after, int limit) {
        return after.isPresent()
                ? calls.get(Page.class, "/lists/{list}/sends?limit={limit}&after={after}", list, limit, after.get())
                : calls.get(Page.class, "/lists/{list}/sends?limit={limit}", list, limit);
    }

    /** Empty when the list has no such post. */
    public Optional<Progress> progress(ListAddress list, PostId post) {
        return calls.get(Progress.class, DELIVERY, list, post);
    }

    /** Who did not get it: put off or refused; empty when the list has no such post. */
    public Optional<Recipients> troubled(ListAddress list, PostId post, String after) {
        return after.isEmpty()
                ? calls.get(Recipients.class, DELIVERY + "/recipients", list, post)
                : calls.get(Recipients.class, DELIVERY + "/recipients?after={after}", list, post, after);
    }

    /** Empty when the list has no such post. */
    public Optional<Changed<Progress>> change(ListAddress list, PostId post, Change change, EmailAddress by) {
        try {
            return calls.post(Progress.class, Map.of("by", by.text()), DELIVERY + "/" + change.word(), list, post)
                    .map(now -> new Changed<>(now, false));
        } catch (MailServerRefused refused) {
            requireConflict(refused);
            return progress(list, post).map(now -> new Changed<>(now, true));
        }
    }

    /** Empty when the link is none of the mail server's, or its holder no owner any more. */
    public Optional<SendUnderWay> send(LinkToken token) {
        return calls.get(SendUnderWay.class, "/sends/{token}", token.text());
    }

    /** The same, by an owner's link. */
    public Optional<Changed<SendUnderWay>> change(LinkToken token, Change change) {
        try {
            return calls.post(SendUnderWay.class, Map.of("change", change.word()), "/sends/{token}", token.text())
                    .map(now -> new Changed<>(now, false));
        } catch (MailServerRefused refused) {
            requireConflict(refused);
            return send(token).map(now -> new Changed<>(now, true));
        }
    }

    private static void requireConflict(MailServerRefused refused) {
        if (refused.status() != CONFLICT) {
            throw refused;
        }
    }
}
