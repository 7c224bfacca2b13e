package org.sampan.mailserver.archive;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.sampan.mailserver.content.SearchVector;
import org.sampan.mailserver.delivery.HaltedDeliveries;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a post, or its text, out of the archive; copies that were not sent yet are not sent any more. What readers have got, nobody can
 * take back. Safe for many threads.
 */
final class TakeFromArchive {
    private static final Logger LOGGER = LoggerFactory.getLogger(TakeFromArchive.class);

    /** Fields that a post whose text was replaced still has. */
    private static final Set<String> KEPT =
            Set.of("from", "date", "subject", "message-id", "in-reply-to", "references");

    private final Removals removals;
    private final PostArchive archive;
    private final HaltedDeliveries deliveries;
    private final Clock clock;

    @Inject
    TakeFromArchive(Removals removals, PostArchive archive, HaltedDeliveries deliveries, Clock clock) {
        this.removals = removals;
        this.archive = archive;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Empty when there is no such post, or nothing of it is left. */
    Optional<Removal> remove(MailingList list, PostId post, String by, String reason) {
        Removal removal = new Removal(post, Removal.Kind.REMOVED, by, reason, clock.instant());
        stopSending(list, post, by);
        return traced(list, removal, removals.remove(list, removal));
    }

    /** @param text what stands there from now on; the files go */
    Optional<Removal> redact(MailingList list, PostId post, RemovalRequest wanted) {
        Optional<ArchivedPost> known = archive.find(list, post);
        Optional<byte[]> received = archive.received(list, post);
        if (known.isEmpty() || received.isEmpty()) {
            return Optional.empty();
        }
        Removal removal = new Removal(post, Removal.Kind.REDACTED, wanted.by(), wanted.reason(), clock.instant());
        stopSending(list, post, wanted.by());
        Message message = redacted(Message.parse(received.get()), wanted.text());
        ArchivedPost before = known.get();
        SearchVector words =
                SearchVector.of(before.subject(), before.fromName() + " " + before.fromEmail(), wanted.text());
        return traced(list, removal, removals.redact(list, removal, message.bytes(), words));
    }

    private void stopSending(MailingList list, PostId post, String by) {
        if (archive.find(list, post).isPresent()) {
            deliveries.cancel(post, by.length() > 100 ? by.substring(0, 100) : by);
        }
    }

    private static Optional<Removal> traced(MailingList list, Removal removal, boolean done) {
        if (!done) {
            return Optional.empty();
        }
        LOGGER.info("event=post-{} list={} post={}", removal.kind().word(), list.id(), removal.post());
        return Optional.of(removal);
    }

    private static Message redacted(Message message, String text) {
        Headers headers = message.headers()
                .without(it -> !KEPT.contains(it.name().toLowerCase(Locale.ROOT)))
                .plus("MIME-Version", "1.0")
                .plus("Content-Type", "text/plain; charset=utf-8")
                .plus("Content-Transfer-Encoding", "base64");
        String crlf = text.lines().reduce("", (all, line) -> all + line + "\r\n");
        return Message.of(headers, Base64.getMimeEncoder().encode(crlf.getBytes(StandardCharsets.UTF_8)));
    }
}
