package org.sampan.mailserver.mailinglist;

/** People who may post to a list without being on it, since a moderator said so. Safe for many threads and many nodes. */
public interface AcceptedSenders {
    /** From now on; again changes nothing. */
    void accept(MailingList list, EmailAddress sender);

    boolean isAccepted(MailingList list, EmailAddress sender);
}
