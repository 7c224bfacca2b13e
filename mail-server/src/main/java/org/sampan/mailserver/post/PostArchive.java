package org.sampan.mailserver.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/** Posts as received and as sent. Safe for many threads. */
public interface PostArchive {
    /**
     * Keeps a post with what is sent of it; one transaction. A post that is kept already stays as it is.
     *
     * @param sent by language tag; the empty tag when there is one only
     */
    void store(Post post, Instant receivedAt, Map<String, byte[]> sent);

    /**
     * The same for a digest: kept as long as posts are, so that it can be sent, but neither listed, searched nor counted, since it
     * only repeats posts.
     */
    void storeUnlisted(Post digest, Instant receivedAt, Map<String, byte[]> sent);

    /** Whether the delivery ledger has the post, so that it need not be treated again. */
    boolean isFannedOut(PostId post);

    void markFannedOut(PostId post);

    /** How many posts of an author the list has sent out; counted up to {@code most}. */
    long countBy(MailingList list, EmailAddress author, long most);

    Optional<ArchivedPost> find(MailingList list, PostId post);

    /** Newest first. */
    List<ArchivedPost> page(MailingList list, Page page);

    /** Every byte as received. */
    Optional<byte[]> received(MailingList list, PostId post);

    /**
     * As sent, with a neutral word in each place that differs from copy to copy.
     *
     * @param language where there is no variant of it, the first is taken
     */
    Optional<byte[]> sent(MailingList list, PostId post, String language);

    /**
     * Which posts to list.
     *
     * @param after the last post of the page before; empty: from the newest
     * @param since only posts received here then or later: no old ones of another server
     * @param limit 1 to 1000
     */
    record Page(Optional<PostId> after, Optional<Instant> since, int limit) {}
}
