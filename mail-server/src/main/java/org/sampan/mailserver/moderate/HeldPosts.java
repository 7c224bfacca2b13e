package org.sampan.mailserver.moderate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.Reason;

/** Posts that wait for a moderator, and what became of them. Safe for many threads and many nodes. */
public interface HeldPosts {
    /** Keeps a post until somebody decides. One that is kept already, or was decided about, stays as it is. */
    HeldPost hold(Post post, Reason reason);

    /** Those that wait, oldest first; at most 1,000. */
    List<HeldPost> waiting(MailingList list);

    /** How many wait, on all lists. */
    long count();

    Optional<HeldPost> find(MailingList list, PostId id);

    /** The whole post with its envelope, whether it waits or not; empty when its text is not kept any more. */
    Optional<Post> post(MailingList list, PostId id);

    /**
     * Decides, unless somebody has.
     *
     * @return true when this decision counts; false when there was another, or no such post
     */
    boolean decide(MailingList list, PostId id, Decision decision);

    /** What links name the post by; empty when no such post was held. */
    Optional<Long> number(PostId id);

    /** The other way round. */
    Optional<Place> numbered(long number);

    /** Waiting posts of which something is to be done by now, at most so many. */
    List<Step> due(Instant now, int most);

    /**
     * Takes a step, unless another node has.
     *
     * @param taken how many are taken then
     * @param next when the one after is due
     * @return true when it is ours
     */
    boolean take(Step due, int taken, Instant next);

    /** Posts that were rejected or lapsed before then and whose authors were not told. */
    List<Place> untoldAuthors(Instant before);

    void markAuthorTold(PostId id);

    /** False when the moderators were told before. */
    boolean needsNotice(PostId id);

    void markNotified(PostId id);

    /** Approved posts that are not back on the spool yet, oldest decision first; at most 100. */
    List<Approved> toRelease();

    void markReleased(PostId id);

    /** @param listId the list's number */
    record Place(long listId, PostId id) {}

    /**
     * What is to be done of a waiting post.
     *
     * @param listId the list's number
     * @param taken how often its moderators were asked
     * @param at when it was due; empty: not reckoned yet
     */
    record Step(long listId, PostId id, int taken, Optional<Instant> at) {}

    /** @param listId the list's number */
    record Approved(long listId, PostId id, String by) {}
}
