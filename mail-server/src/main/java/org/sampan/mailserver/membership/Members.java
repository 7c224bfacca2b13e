package org.sampan.mailserver.membership;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * Who is on which list. Safe for many threads. {@link #isMember} is asked in the SMTP session and is one indexed look-up.
 */
public interface Members {
    Optional<Subscription> find(MailingList list, EmailAddress email);

    Optional<Subscription> find(LeaveToken token);

    boolean isMember(MailingList list, EmailAddress email);

    /**
     * A page of the roster by address.
     *
     * @param after the last address of the page before; empty: from the start
     * @param limit 1 to 1000
     */
    List<Subscription> page(MailingList list, RosterFilter filter, Optional<EmailAddress> after, int limit);

    long count(MailingList list);

    /**
     * Puts a person on a list; who is on it already stays as is, but for texts that were empty.
     *
     * @return what is stored now, and whether it is new
     */
    Added add(MailingList list, Person person, DeliveryMode mode, String consent);

    /** Puts many on a list with few statements; the stream is read once and never held whole. */
    ImportCount addAll(MailingList list, Stream<NewMember> members, String consent);

    /** Empty when the person is not on the list. */
    Optional<Subscription> change(MailingList list, Person person, DeliveryMode mode, boolean moderated);

    /** False when the person was not on the list. */
    boolean remove(MailingList list, EmailAddress email);

    /** All lists of one person. */
    List<Subscription> subscriptionsOf(EmailAddress email);

    /** Forgets a person with all subscriptions and bounce records. False when there was nobody. */
    boolean erase(EmailAddress email);

    /** @param text part of address, name or organisation; empty: all */
    record RosterFilter(String text, Optional<DeliveryMode> mode) {}

    record Added(Subscription subscription, boolean isNew) {}

    record NewMember(Person person, DeliveryMode mode) {}

    record ImportCount(long added, long updated, long unchanged) {}
}
