package org.sampan.mailserver.archive;

import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.content.SearchVector;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;

/**
 * Takes texts out of the archive for good: out of the post as received and as sent, its search words, what a moderator saw, and what
 * waits to be sent again. Each is one transaction. Safe for many threads.
 */
interface Removals {
    /** @return false, and nothing done, when the list has no such post, or it was removed before */
    boolean remove(MailingList list, Removal removal);

    /**
     * Puts another message in the place of the post.
     *
     * @return false, and nothing done, when the list has no such post, or it was removed before
     */
    boolean redact(MailingList list, Removal removal, byte[] message, SearchVector search);

    /** Of all posts of a thread, oldest first. */
    List<Removal> ofThread(MailingList list, PostId thread);

    /** The latest of a post. */
    Optional<Removal> of(MailingList list, PostId post);

    /** Every post somebody wrote, in all lists. */
    List<Written> writtenBy(EmailAddress author);

    /** @param list number of the list */
    record Written(long list, String address, PostId post) {}
}
