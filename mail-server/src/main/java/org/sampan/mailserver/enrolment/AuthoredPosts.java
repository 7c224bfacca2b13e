package org.sampan.mailserver.enrolment;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What somebody wrote, for the author's own use. Safe for many threads. */
interface AuthoredPosts {
    /**
     * By list and time, from whatever address of the author; read as they are asked for. To be closed.
     */
    Stream<AuthoredPost> of(Collection<EmailAddress> addresses);

    /** @param message as received */
    record AuthoredPost(String list, String id, String subject, Instant receivedAt, byte[] message) {}
}
