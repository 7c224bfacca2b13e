package org.sampan.mailserver.bounce;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.delivery.Refusals;
import org.sampan.mailserver.membership.BounceHistory;
import org.sampan.mailserver.report.ReportReader;

/** Listens to what comes back. */
public final class BounceModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ReportReader.class).in(Scopes.SINGLETON);
        bind(Bounces.class).to(JdbcBounces.class).in(Scopes.SINGLETON);
        bind(BounceHistory.class).to(Bounces.class);
        bind(BounceCases.class).to(JdbcBounceCases.class).in(Scopes.SINGLETON);
        bind(BounceSchedule.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Refusals.class).addBinding().to(RecordRefusal.class);
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(ResumeRoutes.class);
    }

    @ProvidesIntoSet
    InitializationOperation schedule(BounceSchedule schedule) {
        return InitilizationOperationBuilder.forClass(BounceSchedule.class).init(schedule::start);
    }
}
