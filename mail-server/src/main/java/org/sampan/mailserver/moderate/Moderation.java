package org.sampan.mailserver.moderate;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.post.PostId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about held posts, each once. The decision is on disk before anything follows from it: an approved post goes back on the
 * spool, the author of a rejected one is told, at once, or when {@link ReleaseHeldPosts} or {@link AttendHeldPosts} comes by. Safe
 * for many threads and many nodes.
 */
public final class Moderation {
    private static final Logger LOGGER = LoggerFactory.getLogger(Moderation.class);
    private static final String NOBODY = "nobody";

    /** Whoever decided is still telling the author. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final HeldPosts heldPosts;
    private final MailingLists lists;
    private final ReleaseHeldPosts release;
    private final TellAuthor tellAuthor;
    private final Clock clock;

    @Inject
    public Moderation(
            HeldPosts heldPosts, MailingLists lists, ReleaseHeldPosts release, TellAuthor tellAuthor, Clock clock) {
        this.heldPosts = heldPosts;
        this.lists = lists;
        this.release = release;
        this.tellAuthor = tellAuthor;
        this.clock = clock;
    }

    /**
     * @param by whom it is decided by, as to be shown
     * @param reason for the author, used when the post is rejected; may be empty
     * @return true when this decision counts; false when there was another, or no such post
     * @throws IllegalArgumentException naming the text that is too long or not printable
     */
    public boolean decide(MailingList list, PostId id, Decision.Kind kind, String by, Rejection reason) {
        if (!heldPosts.decide(list, id, new Decision(kind, by, reason.stored(), clock.instant()))) {
            return false;
        }
        LOGGER.info("event=decided list={} post={} decision={}", list.address(), id, kind.word());
        LOGGER.debug("event=decided post={} by=\"{}\"", id, by);
        switch (kind) {
            case APPROVED, ACCEPTED -> release.run();
            case REJECTED, EXPIRED -> tellAuthor(list, id);
            case DISCARDED -> {}
        }
        return true;
    }

    /** Nobody decided in time. @return false when somebody did, or another node was faster */
    boolean lapse(MailingList list, PostId id) {
        return decide(list, id, Decision.Kind.EXPIRED, NOBODY, Rejection.NONE);
    }

    /** Tells those authors whom a crash kept from being told. */
    void tellAuthors() {
        heldPosts
                .untoldAuthors(clock.instant().minus(FRESH))
                .forEach(it -> lists.find(it.listId()).ifPresent(list -> tellAuthor(list, it.id())));
    }

    /** What became of a post, for whoever came second. */
    Optional<Decision> decision(MailingList list, PostId id) {
        return heldPosts.find(list, id).flatMap(HeldPost::decided);
    }

    private void tellAuthor(MailingList list, PostId id) {
        heldPosts
                .find(list, id)
                .flatMap(HeldPost::decided)
                .ifPresent(decision -> heldPosts.post(list, id).ifPresent(post -> tellAuthor.of(post, decision)));
        heldPosts.markAuthorTold(id);
    }
}
