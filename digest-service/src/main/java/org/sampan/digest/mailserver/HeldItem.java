package org.sampan.digest.mailserver;

import java.time.Instant;

/**
 * A post that waits for one moderator.
 *
 * @param token by which this moderator decides
 * @param from the author's address; may be empty
 */
public record HeldItem(
        String token,
        ListAddress list,
        String listName,
        String from,
        String subject,
        String reason,
        Instant heldAt,
        long bytes) {}
