package org.sampan.mailserver.post;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.MailingList;

/** The archive by month and by thread. Months are those of UTC. Safe for many threads. */
public interface Conversations {
    /** Those that have posts, newest first. */
    List<Month> months(MailingList list);

    /** Threads with a post of that month, the one with the newest first; at most 1,000. */
    List<Thread> threads(MailingList list, YearMonth month);

    /** A thread is named by its first post. Empty when the list has no such post. */
    Optional<PostId> threadOf(MailingList list, PostId post);

    /** Oldest first; at most {@code limit} of them, behind {@code after}. */
    List<ArchivedPost> posts(MailingList list, PostId thread, Optional<PostId> after, int limit);

    /** Every post received in a time, oldest first, page by page. */
    List<ArchivedPost> all(MailingList list, Optional<PostId> after, Span span, int limit);

    /** Which time; an end that is empty is open. */
    record Span(Optional<Instant> from, Optional<Instant> to) {}

    /** @param posts how many */
    record Month(YearMonth month, long posts) {}

    /**
     * @param first the post it began with, also when that is of another month
     * @param posts how many there are, of all months
     */
    record Thread(ArchivedPost first, Instant newestAt, long posts) {}
}
