package org.sampan.console.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.console.secret.SecretFile;

/**
 * Makes the files of a running database fit to be copied one after the other, while it goes on: PostgreSQL's low-level backup. Between
 * {@link #begin} and {@link #end} everything but {@code pg_wal} may be copied, afterwards the log from the first to the last segment;
 * what is restored from all of them stands as at the end.
 */
public final class OnlineCopy implements AutoCloseable {

    private final Connection connection;
    private final String firstSegment;

    private OnlineCopy(Connection connection, String firstSegment) {
        this.connection = connection;
        this.firstSegment = firstSegment;
    }

    /**
     * What the copy must have besides.
     *
     * @param label the file {@code backup_label}
     * @param firstSegment of the log, a file in {@code pg_wal}
     * @param lastSegment the last one needed
     */
    public record Ending(String label, String firstSegment, String lastSegment) {
        private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

        /** Whether a file of {@code pg_wal} belongs to the copy. */
        public boolean needs(String name) {
            return SEGMENT.matcher(name).matches()
                    && name.compareTo(firstSegment) >= 0
                    && name.compareTo(lastSegment) <= 0;
        }
    }

    /**
     * @param data the folder of an {@link EmbeddedPostgres} that runs
     * @throws PostgresException when it does not let itself be copied
     */
    public static OnlineCopy begin(Path data, int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        String password = new SecretFile(data.resolve("database-admin.password")).readOrMake();
        try {
            Connection connection = DriverManager.getConnection(url, "postgres", password);
            // The slot ends with the connection; as long as it is there, no segment of the log is thrown away.
            one(
                    connection,
                    "SELECT pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)::text");
            String first = one(connection, "SELECT pg_walfile_name(pg_backup_start('sampan', fast => true))");
            return new OnlineCopy(connection, first);
        } catch (SQLException e) {
            throw new PostgresException("the database cannot be copied: " + e.getMessage(), e);
        }
    }

    public Ending end() {
        try (Statement statement = connection.createStatement();
                ResultSet stop = statement.executeQuery(
                        "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(wait_for_archive => false)")) {
            stop.next();
            return new Ending(text(stop, 1), firstSegment, text(stop, 2));
        } catch (SQLException e) {
            throw new PostgresException("copying the database did not come to its end: " + e.getMessage(), e);
        }
    }

    /** A copy that did not come to its end is forgotten by PostgreSQL. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new PostgresException("the connection to the database does not end: " + e.getMessage(), e);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return text(result, 1);
        }
    }

    private static String text(ResultSet result, int column) throws SQLException {
        return Optional.ofNullable(result.getString(column)).orElseThrow();
    }
}
