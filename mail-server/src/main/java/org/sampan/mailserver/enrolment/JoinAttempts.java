package org.sampan.mailserver.enrolment;

import java.time.Duration;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * Who was asked to join what, in whoever's name: what a flood is known by. Networks are forgotten after a day, attempts after
 * half a year. Safe for many threads and nodes.
 */
interface JoinAttempts {
    /** @param mailed a confirmation goes out, which its reader may answer */
    void add(MailingList list, EmailAddress email, Optional<Visitor> visitor, boolean mailed);

    /** From the visitor's network, for all lists. */
    long count(Visitor visitor, Duration within);

    /** Confirmations to the address for this list that nobody answered. */
    long unanswered(MailingList list, EmailAddress email);

    /** Confirmations to the address, for any list, that nobody answered for so long. */
    long unanswered(EmailAddress email, Duration olderThan);

    /** The reader answered: what went before is no longer held against the address. */
    void answered(EmailAddress email);
}
