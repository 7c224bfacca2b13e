package org.sampan.mailserver.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.post.PostId;

/**
 * Writes what has to reach whom. Each method is one transaction: when it returns, the mail will be sent whatever crashes.
 * Safe for many threads and many nodes.
 */
public interface Deliveries {
    /**
     * Batches a post for everybody of its readership who is on the list now, active and not pausing; authors who want no
     * copy of their own and readers who have it already are left out. One for those who got an earlier post is for all of
     * them, whatever they are now. Who gets it through another list has a place in the ledger as well and counts with those
     * it is sent to, so that no figure tells who is on both. Running it again for the same post changes nothing.
     *
     * <p>The message's expiry counts from when the last of its copies is due.
     *
     * @throws IllegalStateException when it is for those who got an earlier post, and who they are is not kept
     */
    void fanOut(MailingList list, PostId post, Readership readership, Outgoing message);

    /** For everybody who gets each post, now. */
    default void fanOut(MailingList list, PostId post, Outgoing message) {
        fanOut(list, post, Readership.OF_EACH_POST, message);
    }

    /** How many posts of the list have gone out the same for everybody since the last one in personal copies. */
    long sinceLastPersonal(MailingList list);

    /**
     * One message to one address.
     *
     * @return the delivery's number, which its VERP address has
     */
    long send(EmailAddress recipient, Optional<MailingList> list, Outgoing message);

    /** Empty when the post was never fanned out. */
    Optional<DeliveryProgress> progress(PostId post);

    /** Why copies are put off or refused, the commonest reasons first. */
    List<CommonReason> reasons(PostId post, int most);

    /**
     * Copies that did not go at once, in the order of their persons' numbers.
     *
     * @param after number of the last person of the page before; 0: the first page
     */
    List<TroubledCopy> troubled(PostId post, Set<RecipientStatus.Status> statuses, long after, int most);

    /** Empty when the post was never batched for this address, or who got it is not kept any more. */
    Optional<RecipientStatus> status(PostId post, EmailAddress recipient);

    /** What a bounce is about; empty when the ledger does not know the copy (any more). */
    Optional<DeliveredCopy> find(VerpAddress copy);

    /**
     * Forgets who got what of deliveries that finished longer ago; their counts stay. Notices are forgotten whole.
     *
     * @return how many deliveries were cut down
     */
    int forget(Duration olderThan);

    /**
     * One copy, told by its VERP address.
     *
     * @param post empty: a notice
     * @param listId number of the list; empty: a notice of no list
     */
    record DeliveredCopy(Optional<PostId> post, Optional<Long> listId, EmailAddress recipient) {}
}
