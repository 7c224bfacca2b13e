package org.sampan.mailserver.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.BounceHistory;
import org.sampan.mailserver.report.FailureKind;

/** What came back, copy by copy. Safe for many threads and nodes. */
interface Bounces extends BounceHistory {
    /** Most that is kept of one person and day: who makes up more gains nothing. */
    int MOST_A_DAY = 20;

    /** False, and nothing kept, when this copy has come back before, or too much of the person's has today. */
    boolean add(Bounce bounce);

    /** Notes what a bounce added to the score. */
    void weigh(Bounce bounce, double weight);

    /** How many copies of the delivery came back from the provider for this kind of reason. */
    long alike(Bounce bounce);

    /** How many copies of the delivery went to the domains that {@link #alike} are of; slow for a delivery to many. */
    long recipientsThere(Bounce bounce);

    /** Whether this delivery, provider and kind are known to be a storm. */
    boolean isStorm(Bounce bounce);

    /** When the provider first refused so many at once for such a reason, within the last while. */
    Optional<Instant> firstStorm(String provider, FailureKind kind, Instant since);

    /**
     * From now on these are a storm, and count nothing.
     *
     * @return what they had added to whose score
     */
    List<Excused> excuse(Bounce one);

    /**
     * The delivery of a list's post that went out the same for everybody, told by the Message-ID without brackets; empty when none
     * was sent in the last 30 days. Where each copy has a signed address, nothing else is believed about it.
     */
    Optional<Long> deliveryOf(MailingList list, String messageId);

    /** Forgets what came back longer ago. */
    void forget(Duration olderThan);

    /** @param person number */
    record Excused(long person, double weight, Instant at) {}
}
