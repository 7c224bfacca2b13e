package org.sampan.mailserver.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.sampan.mailserver.settings.Settings;

/** A database of its own beside the operator's, on the same PostgreSQL, dropped at the end. */
final class JdbcScratchDatabase implements AutoCloseable {
    private final Settings.Database beside;
    private final Settings.Database scratch;

    private JdbcScratchDatabase(Settings.Database beside, Settings.Database scratch) {
        this.beside = beside;
        this.scratch = scratch;
    }

    /** @throws IllegalStateException when PostgreSQL does not answer, or the user may not create databases */
    static JdbcScratchDatabase create(Settings.Database beside) {
        String name = "sampan_bench_" + ProcessHandle.current().pid();
        execute(beside, "create database " + name);
        String url = beside.url().replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1");
        return new JdbcScratchDatabase(beside, new Settings.Database(url, beside.username(), beside.password()));
    }

    Settings.Database settings() {
        return scratch;
    }

    /** What a server does by itself within a minute of a big import. */
    void analyze() {
        execute(scratch, "vacuum analyze");
    }

    @Override
    public void close() {
        String name = scratch.url().replaceFirst("^.*/([^/?]*)(\\?.*)?$", "$1");
        execute(beside, "drop database if exists " + name + " with (force)");
    }

    private static void execute(Settings.Database database, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the measurement's own database: " + e.getMessage(), e);
        }
    }
}
