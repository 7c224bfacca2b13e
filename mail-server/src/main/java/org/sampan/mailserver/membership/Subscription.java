package org.sampan.mailserver.membership;

import java.time.Instant;
import org.sampan.mailserver.mailinglist.ListAddress;

/**
 * One person on one list.
 *
 * @param personId the database's number of the person
 * @param moderated the person's posts wait for a moderator
 * @param consent how the person came on the list: {@code mail}, {@code web}, {@code import}, {@code owner}
 */
public record Subscription(
        long personId,
        ListAddress list,
        Person person,
        DeliveryMode mode,
        State state,
        boolean moderated,
        String consent,
        Instant joinedAt) {
    /** SUSPENDED: still a member, but nothing is delivered until the address works again. */
    public enum State {
        ACTIVE,
        SUSPENDED
    }
}
