package org.sampan.mailserver.deliver;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.prometheus.client.Collector;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;
import org.sampan.mailserver.delivery.Refusals;

/** Sends mail from the start of the server to its end. */
public final class DeliverModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(RunningEngine.class).in(Scopes.SINGLETON);
        bind(TellOwnersOfPause.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Refusals.class);
        Multibinder.newSetBinder(binder(), Collector.class).addBinding().to(ConnectionMetrics.class);
    }

    @Provides
    @Singleton
    DeliveryEngine engine(EngineBuilder builder) {
        return builder.build();
    }

    @ProvidesIntoSet
    InitializationOperation tellOwners(TellOwnersOfPause owners) {
        return InitilizationOperationBuilder.forClass(TellOwnersOfPause.class).init(owners::start);
    }

    @ProvidesIntoSet
    InitializationOperation startSending(RunningEngine engine) {
        return InitilizationOperationBuilder.forClass(RunningEngine.class).init(engine::start);
    }
}
