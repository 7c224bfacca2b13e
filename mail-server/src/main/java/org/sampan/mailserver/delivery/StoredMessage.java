package org.sampan.mailserver.delivery;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.PostId;

/**
 * A delivery's message as the ledger keeps it.
 *
 * @param post empty: a notice
 * @param list number of the list; 0: none
 * @param recipient a notice's one address
 * @param encryptedOnly its list sends no copy in clear
 * @param toEarlierReaders also to those who are not on the list any more
 * @param listLanguage what a reader gets who chose no language; empty when there is no list
 */
public record StoredMessage(
        long delivery,
        Optional<PostId> post,
        long list,
        Optional<EmailAddress> recipient,
        boolean encryptedOnly,
        boolean toEarlierReaders,
        String listLanguage,
        Outgoing message) {
    /** See {@link Outgoing#withoutText}. */
    public StoredMessage withoutText() {
        return new StoredMessage(
                delivery, post, list, recipient, encryptedOnly, toEarlierReaders, listLanguage, message.withoutText());
    }
}
