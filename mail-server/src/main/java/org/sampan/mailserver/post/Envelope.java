package org.sampan.mailserver.post;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * What the SMTP session said of a mail.
 *
 * @param sender of MAIL FROM; empty: the null sender
 * @param account whom the sender proved to be by SMTP AUTH; empty: nobody
 */
public record Envelope(Optional<EmailAddress> sender, Optional<String> account) {
    public boolean isAuthenticated() {
        return account.isPresent();
    }
}
