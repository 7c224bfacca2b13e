package org.sampan.mailserver.enrolment;

import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/** What waits to be confirmed. Safe for many threads and nodes. */
interface Confirmations {
    /** Takes the place of an older one of the same kind, list and address. */
    void add(Confirmation confirmation, ConfirmationToken token);

    /** Empty when the token is unknown, used or expired. */
    Optional<Confirmation> find(ConfirmationToken token);

    /** By what it is about; empty when none waits. */
    Optional<Confirmation> find(Confirmation.Kind kind, MailingList list, EmailAddress email);

    /** Of one kind, by address. */
    List<Confirmation> all(Confirmation.Kind kind, MailingList list);

    /** True for the one caller who used the token up. */
    boolean remove(ConfirmationToken token);

    /**
     * Uses up the token of one half of a change of address.
     *
     * @return whether the other half was confirmed before; then both are forgotten
     */
    boolean confirmHalf(ConfirmationToken token, Confirmation half);

    /** Forgets what waits for an address to come on a list. */
    void removeAll(long list, EmailAddress email);
}
