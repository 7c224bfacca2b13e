package org.sampan.mailserver.spool;

import javax.jms.ConnectionFactory;
import org.apache.james.queue.activemq.ActiveMQMailQueueFactory;
import org.apache.james.queue.activemq.metric.ActiveMQMetricCollectorNoop;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;

/** James's queues on our broker, without blobs beside it and without JMX. Safe for many threads. */
final class SpoolQueues extends ActiveMQMailQueueFactory {
    private final UnreadableMails unreadable;

    SpoolQueues(
            ConnectionFactory connections,
            MailQueueItemDecoratorFactory decorators,
            SpoolQueue.Measures measures,
            UnreadableMails unreadable) {
        super(connections, decorators, measures.metrics(), measures.gauges(), new ActiveMQMetricCollectorNoop());
        this.unreadable = unreadable;
        setUseBlobMessages(false);
        setUseJMX(false);
        init();
    }

    @Override
    protected ManageableMailQueue createCacheableMailQueue(MailQueueName name) {
        return new SpoolQueue(
                connectionFactory,
                mailQueueItemDecoratorFactory,
                name,
                new SpoolQueue.Measures(metricFactory, gaugeRegistry),
                unreadable);
    }
}
