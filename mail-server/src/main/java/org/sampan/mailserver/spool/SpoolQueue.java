package org.sampan.mailserver.spool;

import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import javax.mail.MessagingException;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.activemq.ActiveMQCacheableMailQueue;
import org.apache.james.queue.activemq.ActiveMQMailQueueItem;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.mailet.Mail;
import reactor.core.publisher.Mono;

/**
 * James's queue on ActiveMQ, but what cannot be read as a mail is set aside. James would put it back, where it is the next
 * one again, before every other mail and for ever.
 */
final class SpoolQueue extends ActiveMQCacheableMailQueue {
    private final UnreadableMails unreadable;

    SpoolQueue(
            ConnectionFactory connections,
            MailQueueItemDecoratorFactory decorators,
            MailQueueName name,
            Measures measures,
            UnreadableMails unreadable) {
        super(connections, decorators, name, false, measures.metrics(), measures.gauges());
        this.unreadable = unreadable;
    }

    @Override
    protected Mono<MailQueueItem> createMailQueueItem(Session session, MessageConsumer consumer, Message message)
            throws JMSException {
        try {
            Mail mail = createMail(message);
            return Mono.just(mailQueueItemDecoratorFactory.decorate(
                    new ActiveMQMailQueueItem(mail, session, consumer, message), queueName));
        } catch (MessagingException | JMSException | RuntimeException e) {
            // On disk before it leaves the queue: a crash in between writes the same file again.
            unreadable.keep(message, e);
            session.commit();
            closeConsumer(consumer);
            closeSession(session);
            return Mono.empty();
        }
    }

    record Measures(MetricFactory metrics, GaugeRegistry gauges) {}
}
