package org.sampan.mailserver.moderate;

import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.notice.ModerationContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.NoticeContent;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.post.Author;
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
    private final Members members;
    private final Notices notices;
    private final Clock clock;

    @Inject
    public Moderation(HeldPosts heldPosts, ReleaseHeldPosts release, Members members, Notices notices, Clock clock) {
        this.heldPosts = heldPosts;
        this.release = release;
        this.members = members;
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

    /** Strangers hear nothing: their address may be forged, and so would the answer reach somebody who never wrote. */
    private void tellAuthor(Post post, String reason) {
        Optional<EmailAddress> author = post.author().map(Author::email);
        if (author.isPresent() && (post.envelope().isAuthenticated() || members.isMember(post.list(), author.get()))) {
            NoticeContent content = new ModerationContent.Rejected(post.subject(), reason);
            String language = members.find(post.list(), author.get())
                    .map(it -> it.person().language())
                    .orElse("");
            notices.send(
                    Notice.of(post.list(), author.get(), language, content).inReplyTo(Optional.of(post.messageId())));
        }
    }
}
