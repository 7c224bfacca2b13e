package org.sampan.digest.production;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** PostgreSQL's advisory locks: they belong to a connection and end with it, even after kill -9. */
@Component
class JdbcRunLock implements RunLock {
    private static final String LOCK = "select pg_advisory_lock(hashtextextended(?, 7))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 7))";

    private final DataSource database;

    JdbcRunLock(DataSource database) {
        this.database = database;
    }

    @Override
    public Held acquire(String name) {
        try {
            Connection connection = database.getConnection();
            call(connection, LOCK, name);
            return () -> release(connection, name);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot get the lock '" + name + "'", failure);
        }
    }

    private static void release(Connection connection, String name) {
        try (connection) {
            call(connection, UNLOCK, name);
        } catch (SQLException gone) {
            throw new IllegalStateException("cannot give back the lock '" + name + "'", gone);
        }
    }

    private static void call(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
