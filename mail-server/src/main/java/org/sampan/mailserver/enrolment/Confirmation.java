package org.sampan.mailserver.enrolment;

import java.time.Instant;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Person;

/**
 * A subscription that waits for its reader to say yes.
 *
 * @param list the list's number
 * @param mode the subscription will have
 * @param moderated whether the reader's posts wait for a moderator, as they did before
 * @param consent how the reader asked: {@code mail}, {@code web}
 */
record Confirmation(
        Kind kind, long list, Person person, DeliveryMode mode, boolean moderated, String consent, Instant expiresAt) {
    /** Whether the reader is new, or takes back having left. */
    enum Kind {
        JOIN,
        RETURN
    }
}
