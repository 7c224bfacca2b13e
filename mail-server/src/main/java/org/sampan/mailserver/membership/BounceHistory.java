package org.sampan.mailserver.membership;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What has come back from a person's address, one by one, and what is done about it; the bounce stage knows. */
public interface BounceHistory {
    /** The newest, at most 50. */
    List<Seen> seen(EmailAddress email);

    /** On which lists the address is in trouble. */
    List<Trouble> troubles(EmailAddress email);

    /**
     * One mail that came back.
     *
     * @param kind {@code hard}, {@code soft}, {@code full}, {@code policy}, {@code spam}, {@code content}
     * @param status RFC 3463; may be empty
     * @param reply the other server's own words
     * @param points what it added to the score
     * @param storm one of many to one provider, which count nothing
     */
    record Seen(Instant at, String list, String kind, String status, String reply, double points, boolean storm) {}

    /**
     * @param stage {@code warned}, {@code probed}, {@code suspended}
     * @param since when that began
     * @param removedAt when a suspended member is taken off the list; null: not while this stage lasts
     */
    record Trouble(
            String list,
            String stage,
            Instant since,
            @Nullable Instant removedAt) {}
}
