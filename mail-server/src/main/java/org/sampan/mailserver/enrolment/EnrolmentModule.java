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
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(EnrolmentRoutes.class);
    }
}
