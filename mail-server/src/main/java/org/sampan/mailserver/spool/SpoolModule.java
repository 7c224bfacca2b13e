package org.sampan.mailserver.spool;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import io.prometheus.client.Collector;
import java.time.Duration;
import javax.jms.ConnectionFactory;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.ManageableMailQueue;
import org.sampan.mailserver.admin.HealthPart;

/** James's mail queue on our {@link Broker}. */
public final class SpoolModule extends AbstractModule {
    /** Before a queue that failed is asked again; it grows. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Broker broker;
    private final SpoolRoom room;
    private final UnreadableMails unreadable;

    public SpoolModule(Broker broker, SpoolRoom room, UnreadableMails unreadable) {
        this.broker = broker;
        this.room = room;
        this.unreadable = unreadable;
    }

    @Override
    protected void configure() {
        bind(Broker.class).toInstance(broker);
        bind(SpoolRoom.class).toInstance(room);
        bind(UnreadableMails.class).toInstance(unreadable);
        bind(DequeueTrouble.class).in(Scopes.SINGLETON);
        bind(ConnectionFactory.class).toInstance(broker.connections());
        Multibinder<HealthPart> health = Multibinder.newSetBinder(binder(), HealthPart.class);
        health.addBinding().to(QueueHealth.class);
        health.addBinding().to(SpoolHealth.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Collector.class).addBinding().to(SpoolMetrics.class);
    }

    @Provides
    @Singleton
    SpoolQueues queues(MailQueueItemDecoratorFactory decorators, MetricFactory metrics, GaugeRegistry gauges) {
        return new SpoolQueues(broker.connections(), decorators, new SpoolQueue.Measures(metrics, gauges), unreadable);
    }

    @Provides
    @Singleton
    EndableQueues endableQueues(SpoolQueues queues, DequeueTrouble trouble) {
        return new EndableQueues(queues, trouble, FIRST_PAUSE);
    }

    @Provides
    MailQueueFactory<?> anyQueues(EndableQueues queues) {
        return queues;
    }

    @Provides
    MailQueueFactory<? extends MailQueue> mailQueues(EndableQueues queues) {
        return queues;
    }

    @Provides
    MailQueueFactory<? extends ManageableMailQueue> manageableQueues(SpoolQueues queues) {
        return queues;
    }
}
