package org.sampan.mailserver.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sampan.mailserver.settings.Settings;

/** A database of its own beside the operator's, on the same PostgreSQL, dropped at the end. */
final class JdbcScratchDatabase implements AutoCloseable {
    private final Settings.Database beside;
    private final Settings.Database scratch;

    private final boolean ours;

    private JdbcScratchDatabase(Settings.Database beside, Settings.Database scratch, boolean ours) {
        this.beside = beside;
        this.scratch = scratch;
        this.ours = ours;
    }

    /**
     * @param inPlace the named database itself, which its owner throws away
     * @throws IllegalStateException when PostgreSQL does not answer, or the user may not create databases
     */
    static JdbcScratchDatabase of(Settings.Database named, boolean inPlace) {
        return inPlace ? new JdbcScratchDatabase(named, named, false) : beside(named);
    }

    private static JdbcScratchDatabase beside(Settings.Database beside) {
        String name = "sampan_bench_" + ProcessHandle.current().pid();
        execute(beside, "create database " + name);
        String url = beside.url().replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1");
        return new JdbcScratchDatabase(beside, new Settings.Database(url, beside.username(), beside.password()), true);
    }

    Settings.Database settings() {
        return scratch;
    }

    /** What a server does by itself within a minute of a big import. */
    void analyze() {
        execute(scratch, "vacuum analyze");
    }

    /** What sends have left in the ledger: deliveries, batches, and a row for each copy that did not go at once. */
    long ledgerRows() {
        try (Connection connection = connect(scratch);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select (select count(*) from mail.delivery)"
                                + " + (select count(*) from mail.delivery_batch) + (select count(*) from mail.delivery_problem)")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be counted: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (!ours) {
            return;
        }
        String name = scratch.url().replaceFirst("^.*/([^/?]*)(\\?.*)?$", "$1");
        execute(beside, "drop database if exists " + name + " with (force)");
    }

    private static void execute(Settings.Database database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the measurement's own database: " + e.getMessage(), e);
        }
    }

    private static Connection connect(Settings.Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
