package org.sampan.digest.production;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** PostgreSQL's advisory locks: they belong to a connection and end with it, even after kill -9. */
@Component
class JdbcRunLock implements RunLock {
    private static final String LOCK = "select pg_advisory_lock(hashtextextended(?, 7))";
    private static final String TRY = "select pg_try_advisory_lock(hashtextextended(?, 7))";
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

    @Override
    public Optional<Held> tryAcquire(String name) {
        try {
            Connection connection = database.getConnection();
            if (call(connection, TRY, name)) {
                return Optional.of(() -> release(connection, name));
            }
            connection.close();
            return Optional.empty();
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

    /** True unless the answer is a plain no. */
    private static boolean call(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && !"f".equals(answer.getString(1));
            }
        }
    }
}
