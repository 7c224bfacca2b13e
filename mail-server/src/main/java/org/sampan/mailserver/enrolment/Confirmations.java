package org.sampan.mailserver.enrolment;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** What waits to be confirmed. Safe for many threads and nodes. */
interface Confirmations {
    /** Takes the place of an older one of the same kind, list and address. */
    void add(Confirmation confirmation, ConfirmationToken token);

    /** Empty when the token is unknown, used or expired. */
    Optional<Confirmation> find(ConfirmationToken token);

    /** True for the one caller who used the token up. */
    boolean remove(ConfirmationToken token);

    /** Forgets what waits for an address on a list. */
    void removeAll(long list, EmailAddress email);
}
