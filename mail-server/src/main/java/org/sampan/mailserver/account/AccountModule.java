package org.sampan.mailserver.account;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;
import org.apache.james.webadmin.Routes;

/** Accounts in the database, for James too. */
public final class AccountModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Accounts.class).to(JdbcAccounts.class);
        bind(UsersRepository.class).to(AccountUsers.class);
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(AccountRoutes.class);
    }

    @ProvidesIntoSet
    InitializationOperation digestService(DigestServiceAccount account) {
        return InitilizationOperationBuilder.forClass(DigestServiceAccount.class)
                .init(account::ensure);
    }
}
