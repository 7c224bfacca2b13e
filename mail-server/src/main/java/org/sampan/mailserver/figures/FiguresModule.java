package org.sampan.mailserver.figures;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;
import org.apache.james.webadmin.Routes;

/** Counts what happens on the lists. */
public final class FiguresModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ListDays.class).to(JdbcListDays.class).in(Scopes.SINGLETON);
        bind(ListStates.class).to(JdbcListStates.class).in(Scopes.SINGLETON);
        bind(SettleSchedule.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Routes.class).addBinding().to(FigureRoutes.class);
    }

    @ProvidesIntoSet
    InitializationOperation settleSchedule(SettleSchedule schedule) {
        return InitilizationOperationBuilder.forClass(SettleSchedule.class).init(schedule::start);
    }
}
