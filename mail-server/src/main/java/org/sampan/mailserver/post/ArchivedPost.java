package org.sampan.mailserver.post;

import java.time.Instant;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListAddress;

/**
 * What the archive knows of a post without opening it.
 *
 * @param fromEmail the first author's address; empty when the post names nobody
 * @param bytes size as received
 */
public record ArchivedPost(
        PostId id,
        ListAddress list,
        String messageId,
        Optional<String> inReplyTo,
        String fromEmail,
        String fromName,
        String subject,
        Instant receivedAt,
        long bytes) {}
