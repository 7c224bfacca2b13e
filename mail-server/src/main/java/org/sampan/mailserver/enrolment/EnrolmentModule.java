package org.sampan.mailserver.enrolment;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.webadmin.Routes;

/** Joining and leaving by one's own wish. */
public final class EnrolmentModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Confirmations.class).to(JdbcConfirmations.class).in(Scopes.SINGLETON);
        bind(AuthoredPosts.class).to(JdbcAuthoredPosts.class).in(Scopes.SINGLETON);
        bind(Departures.class).to(JdbcDepartures.class).in(Scopes.SINGLETON);
        bind(JoinAttempts.class).to(JdbcJoinAttempts.class).in(Scopes.SINGLETON);
        bind(Admissions.class).to(JdbcAdmissions.class).in(Scopes.SINGLETON);
        bind(WaitingJoins.class).to(JdbcWaitingJoins.class).in(Scopes.SINGLETON);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(EnrolmentRoutes.class);
        routes.addBinding().to(AdmissionRoutes.class);
        routes.addBinding().to(InvitationRoutes.class);
        routes.addBinding().to(AddressRoutes.class);
        routes.addBinding().to(ExportRoutes.class);
    }
}
