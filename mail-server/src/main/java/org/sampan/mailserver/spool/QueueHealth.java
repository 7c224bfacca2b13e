package org.sampan.mailserver.spool;

import javax.inject.Inject;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Session;
import org.sampan.mailserver.admin.HealthPart;

/** The broker takes a session. */
final class QueueHealth implements HealthPart {
    private final ConnectionFactory connections;

    @Inject
    QueueHealth(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public void check() throws JMSException {
        Connection connection = connections.createConnection();
        try {
            connection.start();
            connection.createSession(true, Session.SESSION_TRANSACTED).close();
        } finally {
            connection.close();
        }
    }
}
