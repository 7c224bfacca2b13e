package org.sampan.mailserver.membership;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;

/** Who is on which list. */
public final class MembershipModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Members.class).to(JdbcMembers.class).in(Scopes.SINGLETON);
    }
}
