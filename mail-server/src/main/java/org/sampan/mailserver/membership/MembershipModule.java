package org.sampan.mailserver.membership;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.webadmin.Routes;

/** Who is on which list. */
public final class MembershipModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Members.class).to(JdbcMembers.class).in(Scopes.SINGLETON);
        bind(Consents.class).to(JdbcConsents.class).in(Scopes.SINGLETON);
        bind(Persons.class).to(JdbcPersons.class).in(Scopes.SINGLETON);
        bind(Rosters.class).to(JdbcRosters.class).in(Scopes.SINGLETON);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(MemberRoutes.class);
        routes.addBinding().to(RosterRoutes.class);
        routes.addBinding().to(MemberRecordRoutes.class);
        routes.addBinding().to(PersonRoutes.class);
        routes.addBinding().to(AudienceRoutes.class);
    }
}
