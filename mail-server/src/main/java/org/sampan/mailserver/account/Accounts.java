package org.sampan.mailserver.account;

import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** Who may log in to submit mail. Safe for many threads. */
public interface Accounts {
    /** By address. */
    List<Account> all();

    Optional<Account> find(EmailAddress address);

    /** Empty when the address has an account already; its password stays as it was. */
    Optional<Account> add(EmailAddress address, PasswordHash password);

    /** Adds the account, or gives it another password. */
    void put(EmailAddress address, PasswordHash password);

    /** False when there was none. */
    boolean remove(EmailAddress address);

    /** Takes about as long for an address without an account, so that nobody can find out who has one. */
    boolean verifies(EmailAddress address, String password);
}
