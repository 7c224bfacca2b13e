package org.sampan.mailserver.spool;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSContext;
import javax.jms.JMSException;

/** The real connections to a broker, on which no session can be begun for a while. */
final class BreakableConnections implements ConnectionFactory {
    private final ConnectionFactory connections;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean broken;

    BreakableConnections(ConnectionFactory connections) {
        this.connections = connections;
    }

    void breakDown() {
        broken = true;
    }

    void mend() {
        broken = false;
    }

    int refused() {
        return refused.get();
    }

    @Override
    public Connection createConnection() throws JMSException {
        Connection connection = connections.createConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> invoke(connection, method, arguments));
    }

    private Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (broken && method.getName().equals("createSession")) {
            refused.incrementAndGet();
            throw new JMSException("the database of the broker hiccups");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection createConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JMSContext createContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public JMSContext createContext(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JMSContext createContext(String user, String password, int mode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JMSContext createContext(int mode) {
        throw new UnsupportedOperationException();
    }
}
