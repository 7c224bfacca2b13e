package org.sampan.digest.mailserver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits for this program at the mail server.
 *
 * @param from the author the mail names; proves nothing
 * @param account who had logged in to submit it; proof
 */
public record WaitingMail(
        long id,
        Instant receivedAt,
        @Nullable String from,
        @Nullable String account,
        String subject,
        long bytes) {}
