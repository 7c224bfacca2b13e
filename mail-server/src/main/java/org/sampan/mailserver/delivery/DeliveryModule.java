package org.sampan.mailserver.delivery;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import io.prometheus.client.Collector;
import org.apache.james.webadmin.Routes;

/** The ledger in PostgreSQL, and its REST. */
public final class DeliveryModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Deliveries.class).to(JdbcDeliveries.class).in(Scopes.SINGLETON);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(DeliveryRoutes.class);
        routes.addBinding().to(SendRoutes.class);
        routes.addBinding().to(ListSendsRoutes.class);
        Multibinder<Collector> metrics = Multibinder.newSetBinder(binder(), Collector.class);
        metrics.addBinding().to(OutcomeCounters.class);
        metrics.addBinding().to(SendMetrics.class);
        bind(HaltedDeliveries.class).to(JdbcHaltedDeliveries.class).in(Scopes.SINGLETON);
        bind(DeliveryBatches.class).to(JdbcDeliveryBatches.class).in(Scopes.SINGLETON);
    }

    @Provides
    @Singleton
    OutcomeCounters outcomeCounters(JdbcDeliveryFigures figures) {
        return new OutcomeCounters(figures::largestDomains);
    }
}
