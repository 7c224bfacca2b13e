package org.sampan.mailserver.post;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * What the SMTP session said of a mail.
 *
 * @param sender of MAIL FROM; empty: the null sender
 * @param account whom the sender proved to be by SMTP AUTH; empty: nobody
 * @param proof what shows that the mail comes from the domain of From
 */
public record Envelope(Optional<EmailAddress> sender, Optional<String> account, SenderProof proof) {
    /** Of a mail whose origin nobody looked at. */
    public Envelope(Optional<EmailAddress> sender, Optional<String> account) {
        this(sender, account, SenderProof.NOT_CHECKED);
    }

    public boolean isAuthenticated() {
        return account.isPresent();
    }
}
