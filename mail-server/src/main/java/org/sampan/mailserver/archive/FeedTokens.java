package org.sampan.mailserver.archive;

import java.time.Instant;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * The secrets in members' own feed addresses: one a subscription, gone with it. Only hashes are kept. Safe for many threads.
 */
interface FeedTokens {
    /** A new one; the one before works no more. Empty when the person is not on the list. */
    Optional<String> renew(MailingList list, EmailAddress member);

    /** @return false when there was none */
    boolean revoke(MailingList list, EmailAddress member);

    /** When the member's was made; empty when there is none. */
    Optional<Instant> madeAt(MailingList list, EmailAddress member);

    /** Whose it is; empty when it is none of ours, or was revoked. */
    Optional<Holder> holder(String token);

    /** @param list address of the list */
    record Holder(String list, String email) {}
}
