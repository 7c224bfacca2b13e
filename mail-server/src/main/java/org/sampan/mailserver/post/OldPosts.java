package org.sampan.mailserver.post;

import java.time.Instant;
import java.util.List;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * Posts that another list server sent long ago. They are read, searched and exported as all others are, and nothing is ever sent
 * of them: neither themselves nor in a digest; nor do they speak for their authors. Safe for many threads.
 */
public interface OldPosts {
    /**
     * Keeps those that are not kept yet, in their order; one transaction.
     *
     * @return how many were new
     */
    int keep(MailingList list, List<OldPost> posts);

    /** Says what {@link #keep} would, for one pile after the other, and keeps nothing. */
    Trial trial(MailingList list);

    /**
     * Answers that were kept before what they answer come into its thread.
     *
     * @return how many
     */
    int joinThreads(MailingList list);

    /** @param at when it was received, as far as one can know */
    record OldPost(Post post, Instant at) {}

    /** Remembers what it was asked, in the database: its memory does not grow. */
    interface Trial extends AutoCloseable {
        /** How many of these would be new. */
        int keep(List<OldPost> posts);

        @Override
        void close();
    }
}
