package org.sampan.mailserver.moderate;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.notice.Notices.Notice;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about held posts, each once. The decision is on disk before anything follows from it; an approved post goes back on the
 * spool at once, or when {@link ReleaseHeldPosts} comes by. Safe for many threads and many nodes.
 */
public final class Moderation {
    private static final Logger LOGGER = LoggerFactory.getLogger(Moderation.class);

    private final HeldPosts heldPosts;
    private final ReleaseHeldPosts release;
    private final Notices notices;
    private final Clock clock;

    @Inject
    public Moderation(HeldPosts heldPosts, ReleaseHeldPosts release, Notices notices, Clock clock) {
        this.heldPosts = heldPosts;
        this.release = release;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param by whom it is decided by, as to be shown
     * @param reason for the sender, used when the post is rejected; may be empty
     * @return true when this decision counts; false when there was another, or no such post
     * @throws IllegalArgumentException naming the text that is too long or not printable
     */
    public boolean decide(MailingList list, PostId id, Decision.Kind kind, String by, String reason) {
        if (!heldPosts.decide(list, id, new Decision(kind, by, reason, clock.instant()))) {
            return false;
        }
        LOGGER.info("event=decided list={} post={} decision={}", list.address(), id, kind.word());
        LOGGER.debug("event=decided post={} by=\"{}\"", id, by);
        switch (kind) {
            case APPROVED -> release.run();
            case REJECTED -> heldPosts.post(list, id).ifPresent(it -> tellAuthor(it, reason));
            case DISCARDED -> {}
        }
        return true;
    }

    /** A person decided that the author shall know; mail without an envelope sender is answered by nobody. */
    private void tellAuthor(Post post, String reason) {
        if (post.envelope().sender().isEmpty() || post.author().isEmpty()) {
            return;
        }
        notices.send(new Notice(
                "rejected",
                post.author().get().email(),
                post.list().settings().language(),
                Optional.of(post.list()),
                Map.of("subject", post.subject(), "reason", reason),
                Optional.of(post.messageId()),
                Optional.empty()));
    }
}
