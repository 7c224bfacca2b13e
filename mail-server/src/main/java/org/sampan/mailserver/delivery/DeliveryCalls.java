package org.sampan.mailserver.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.sampan.mailserver.storage.Database;

/**
 * Hears, on one connection kept for it, that some node has put mail into the ledger, so that nobody has to look again and again.
 * For one thread.
 */
public final class DeliveryCalls implements AutoCloseable {
    static final String CHANNEL = "sampan_delivery";
    /** Payload of the call that some send was stopped or goes on. */
    static final String HALT = "halt";

    private final Connection connection;

    private DeliveryCalls(Connection connection) {
        this.connection = connection;
    }

    /** @throws SQLException when the database cannot be reached */
    public static DeliveryCalls listen(Database database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            return new DeliveryCalls(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Calls all nodes, so that nobody sleeps on. */
    public static void call(Database database) {
        database.jdbi().useHandle(handle -> handle.execute("select pg_notify(?, '')", CHANNEL));
    }

    /**
     * Waits for a call.
     *
     * @return {@link Call#NONE} when the time went by without one
     * @throws SQLException when the connection broke: listen again
     */
    public Call await(Duration atMost) throws SQLException {
        int millis = Math.toIntExact(Math.max(1, atMost.toMillis()));
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(millis);
        if (heard.length == 0) {
            return Call.NONE;
        }
        return Arrays.stream(heard).anyMatch(it -> it.getParameter().equals(HALT)) ? Call.HALT : Call.MAIL;
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        } finally {
            connection.close();
        }
    }

    /** What was heard. */
    public enum Call {
        NONE,
        /** There may be more to send. */
        MAIL,
        /** Some send was stopped or goes on; there may also be more to send. */
        HALT
    }
}
