package org.sampan.mailserver.moderate;

import java.time.Instant;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.Reason;

/**
 * A post that waits for a moderator, without its text.
 *
 * @param fromEmail the first author's address; empty when the post names nobody
 * @param reason why it is held
 * @param bytes size as received
 * @param decided empty while it waits
 */
public record HeldPost(
        PostId id,
        ListAddress list,
        String fromEmail,
        String subject,
        Reason reason,
        Instant heldAt,
        long bytes,
        Optional<Decision> decided) {}
