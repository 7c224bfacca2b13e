package org.sampan.mailserver.spool;

import java.util.Enumeration;
import java.util.OptionalLong;
import javax.inject.Inject;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.QueueBrowser;
import javax.jms.Session;
import org.apache.james.queue.api.MailQueueFactory;

/** How much waits for the stages. Safe for many threads. */
public final class Spool {
    private static final String NAME = MailQueueFactory.SPOOL.asString();

    private final Broker broker;

    @Inject
    Spool(Broker broker) {
        this.broker = broker;
    }

    /**
     * Mails that wait or are worked on. Of a broker that several servers share no more than it lets us see at once, some hundreds.
     *
     * @throws IllegalStateException when the broker does not answer
     */
    public long depth() {
        OptionalLong depth = broker.depth(NAME);
        return depth.isPresent() ? depth.getAsLong() : browse();
    }

    /** Mails the stages were through with since the start; empty when the broker is not our own. */
    OptionalLong done() {
        return broker.done(NAME);
    }

    private long browse() {
        try {
            Connection connection = broker.connections().createConnection();
            try {
                connection.start();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(NAME));
                long mails = 0;
                for (Enumeration<?> each = browser.getEnumeration(); each.hasMoreElements(); each.nextElement()) {
                    mails++;
                }
                return mails;
            } finally {
                connection.close();
            }
        } catch (JMSException e) {
            throw new IllegalStateException("the mail queue does not answer: " + e.getMessage(), e);
        }
    }
}
