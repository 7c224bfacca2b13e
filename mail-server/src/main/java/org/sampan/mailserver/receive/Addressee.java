package org.sampan.mailserver.receive;

import org.sampan.mailserver.mailbox.Mailbox;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/** Who is meant by an address that a mail is sent to. */
sealed interface Addressee {
    /** The list itself: a post. */
    record ToList(MailingList list) implements Addressee {}

    /** Something the list does for people. */
    record ToRole(MailingList list, ListAddress.Role role) implements Addressee {}

    /** Mail that digest-service takes. */
    record ToMailbox(Mailbox mailbox) implements Addressee {}

    /** The person who runs this server. */
    record ToOperator() implements Addressee {}

    /** Somebody at another domain. */
    record ToElsewhere(EmailAddress address) implements Addressee {}

    /** An address of our domain that is none. */
    record ToNobody() implements Addressee {}
}
