package org.sampan.mailserver.mailbox;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.webadmin.Routes;

/** Mail for the newsroom's desk. */
public final class MailboxModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(MailboxMessages.class).to(JdbcMailboxMessages.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(MailboxRoutes.class);
    }
}
