package org.sampan.digest.mailserver;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A post in a list's archive.
 *
 * @param messageId with angle brackets
 * @param subject decoded; may be empty
 * @param from the writer's address as the message says
 * @param fromName may be empty
 * @param inReplyTo Message-ID of the post it answers
 * @param bytes size as received
 * @param permalink its page
 */
public record Post(
        PostId id,
        ListAddress list,
        String messageId,
        String subject,
        String from,
        String fromName,
        Optional<String> inReplyTo,
        Instant receivedAt,
        long bytes,
        URI permalink) {

    /** The writer for people to read: the name, or else the address. */
    public String writer() {
        return fromName.isBlank() ? from : fromName;
    }
}
