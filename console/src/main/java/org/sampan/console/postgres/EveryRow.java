package org.sampan.console.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads every row of every table: a page that the disk has spoilt does not pass unseen, since PostgreSQL keeps a checksum of each. */
public final class EveryRow {

    /**
     * A table and what is in it.
     *
     * @param name with its schema
     */
    public record Count(String name, long rows) {}

    private EveryRow() {}

    /**
     * @return by name
     * @throws PostgresException naming the table that cannot be read
     */
    public static List<Count> count(EmbeddedPostgres postgres) {
        try (Connection connection =
                DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password())) {
            List<Count> counts = new ArrayList<>();
            for (String table : column(connection, """
                    SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
                    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1""")) {
                counts.add(new Count(table, rows(connection, table)));
            }
            return counts;
        } catch (SQLException e) {
            throw new PostgresException("the database does not answer: " + e.getMessage(), e);
        }
    }

    /** The whole row is looked at, so that long values are fetched too, which lie apart. */
    private static long rows(Connection connection, String table) {
        try {
            return Long.parseLong(
                    column(connection, "SELECT count(hashtext(row_text::text)) FROM " + table + " AS row_text")
                            .get(0));
        } catch (SQLException e) {
            throw new PostgresException("the table " + table + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(Optional.ofNullable(result.getString(1)).orElseThrow());
            }
            return values;
        }
    }
}
