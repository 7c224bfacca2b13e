package org.sampan.mailserver.account;

import com.google.inject.AbstractModule;
import org.apache.james.user.api.UsersRepository;

/** Accounts in the database, for James too. */
public final class AccountModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Accounts.class).to(JdbcAccounts.class);
        bind(UsersRepository.class).to(AccountUsers.class);
    }
}
