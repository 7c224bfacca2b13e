package org.sampan.mailserver.membership;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * Who is on which list. Safe for many threads. {@link #isMember} is asked in the SMTP session and is one indexed look-up.
 *
 * <p>A person who left every list is still known, so that a leave link of long ago finds out whose it was; only {@link #erase}
 * forgets.
 */
public interface Members {
    Optional<Subscription> find(MailingList list, EmailAddress email);

    /** Empty when the person has left, or the list is gone. */
    Optional<Subscription> find(LeaveToken token);

    /** The subscription under which somebody posts: of this address, else of the person who also writes from it. */
    Optional<Subscription> findPoster(MailingList list, EmailAddress email);

    boolean isMember(MailingList list, EmailAddress email);

    long count(MailingList list);

    /** How many active readers each kind of digest has in each time zone; kinds without any are missing. */
    List<Audience.Size> audiences(MailingList list);

    /**
     * Puts a person on a list; who is on it already stays as is, but for texts that were empty.
     *
     * @return what is stored now, and whether it is new
     */
    Added add(MailingList list, Person person, DeliveryMode mode, String consent);

    /**
     * Puts many on a list, or none when it throws; the stream is read once and never held whole. Texts that are not empty take
     * the place of what was known, empty ones leave it, so that the same import again changes nothing. An address that comes
     * twice counts once more as unchanged, and its last line holds.
     *
     * @throws RuntimeException what the stream throws, as it is
     */
    ImportCount addAll(MailingList list, Stream<NewMember> members, String consent);

    /**
     * Says what {@link #addAll} would do, and does nothing.
     *
     * @param shown how many of the members to show, the first of the stream
     */
    ImportPreview preview(MailingList list, Stream<NewMember> members, int shown);

    /** Takes every text as given, also empty ones. Empty when the person is not on the list. */
    Optional<Subscription> change(MailingList list, Person person, DeliveryMode mode, boolean moderated);

    /** Suspends a subscription or takes it up again. Empty when the person is not on the list. */
    Optional<Subscription> change(MailingList list, EmailAddress email, Subscription.State state);

    /** False when the person was not on the list. */
    boolean remove(MailingList list, EmailAddress email);

    Optional<Person> person(EmailAddress email);

    /** By the number in a {@link LeaveToken} or a VERP address. */
    Optional<Person> person(long id);

    /** All lists of one person. */
    List<Subscription> subscriptionsOf(EmailAddress email);

    /** {@link BounceRecord#CLEAN} when nothing is known of the address. */
    BounceRecord bounces(EmailAddress email);

    /**
     * Reads, changes and writes in one transaction, so that bounces that come at once all count.
     *
     * @return what is stored now; empty when there is no such person
     */
    Optional<BounceRecord> changeBounces(EmailAddress email, UnaryOperator<BounceRecord> change);

    /** Forgets a person with all subscriptions and bounce records. False when there was nobody. */
    boolean erase(EmailAddress email);

    record Added(Subscription subscription, boolean isNew) {}

    /** @param mode empty: the member's own choice stays; {@code each} for who is new */
    record NewMember(Person person, Optional<DeliveryMode> mode) {}

    record ImportCount(long added, long updated, long unchanged) {}

    record ImportPreview(ImportCount count, List<Line> lines) {
        /** One of them, and what would become of it. */
        public record Line(NewMember member, Becomes becomes) {}
    }

    /** What an import makes of a line. */
    enum Becomes {
        ADDED,
        UPDATED,
        UNCHANGED
    }
}
