package org.sampan.mailserver.moderate;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.prometheus.client.Collector;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;
import org.apache.james.webadmin.Routes;

/** Held posts: kept, decided about over REST, released. */
public final class ModerateModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(HeldPosts.class).to(JdbcHeldPosts.class).in(Scopes.SINGLETON);
        bind(DecidedPosts.class).to(JdbcDecidedPosts.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Collector.class).addBinding().to(HeldMetrics.class);
        bind(ReleaseSchedule.class).in(Scopes.SINGLETON);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(ModerationRoutes.class);
        routes.addBinding().to(DecisionRoutes.class);
        routes.addBinding().to(ModeratorRoutes.class);
        routes.addBinding().to(AuthorshipRoutes.class);
    }

    @ProvidesIntoSet
    InitializationOperation releaseSchedule(ReleaseSchedule schedule) {
        return InitilizationOperationBuilder.forClass(ReleaseSchedule.class).init(schedule::start);
    }
}
