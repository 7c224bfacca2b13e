package org.sampan.mailserver.spool;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import io.prometheus.client.Collector;
import javax.jms.ConnectionFactory;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.activemq.ActiveMQMailQueueFactory;
import org.apache.james.queue.activemq.metric.ActiveMQMetricCollectorNoop;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.ManageableMailQueue;
import org.sampan.mailserver.admin.HealthPart;

/** James's mail queue on our {@link Broker}. */
public final class SpoolModule extends AbstractModule {
    private final Broker broker;
    private final SpoolRoom room;

    public SpoolModule(Broker broker, SpoolRoom room) {
        this.broker = broker;
        this.room = room;
    }

    @Override
    protected void configure() {
        bind(Broker.class).toInstance(broker);
        bind(SpoolRoom.class).toInstance(room);
        bind(ConnectionFactory.class).toInstance(broker.connections());
        Multibinder<HealthPart> health = Multibinder.newSetBinder(binder(), HealthPart.class);
        health.addBinding().to(QueueHealth.class);
        health.addBinding().to(SpoolHealth.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Collector.class).addBinding().to(SpoolMetrics.class);
    }

    @Provides
    @Singleton
    ActiveMQMailQueueFactory queues(
            MailQueueItemDecoratorFactory decorators, MetricFactory metrics, GaugeRegistry gauges) {
        ActiveMQMailQueueFactory queues = new ActiveMQMailQueueFactory(
                broker.connections(), decorators, metrics, gauges, new ActiveMQMetricCollectorNoop());
        queues.setUseBlobMessages(false);
        queues.setUseJMX(false);
        queues.init();
        return queues;
    }

    @Provides
    @Singleton
    EndableQueues endableQueues(ActiveMQMailQueueFactory queues) {
        return new EndableQueues(queues);
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
    MailQueueFactory<? extends ManageableMailQueue> manageableQueues(ActiveMQMailQueueFactory queues) {
        return queues;
    }
}
