package org.sampan.mailserver.mailbox;

import java.time.Instant;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * A mail that waits to be taken.
 *
 * @param from the author the mail names; proves nothing
 * @param account who had logged in to submit it; proof
 * @param subject decoded; may be empty
 * @param bytes the size of the mail
 */
public record MailboxMessage(
        long id,
        Mailbox mailbox,
        Instant receivedAt,
        Optional<EmailAddress> from,
        Optional<String> account,
        String subject,
        long bytes) {}
