package org.sampan.mailserver.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of connections to PostgreSQL, with schema {@value #SCHEMA} up to date. Safe for many threads; close it last.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Database.class);
    static final String SCHEMA = "mail";
    private static final int CONNECTIONS = 24;
    /** Begun anew so often, at most: each costs a second, in which the other one has ended. */
    private static final int DEADLOCKS = 3;
    /** PostgreSQL's name for it: deadlock_detected. */
    private static final String DEADLOCK = "40P01";

    private static final String MIGRATIONS = "classpath:org/sampan/mailserver/storage/migrations";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        jdbi.registerArrayType(Long.class, "int8");
        jdbi.registerArrayType(long.class, "int8");
        jdbi.registerArrayType(String.class, "text");
    }

    /** Connects and migrates. @throws RuntimeException when PostgreSQL does not answer within 10 seconds */
    public static Database open(Settings.Database settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("mail");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setSchema(SCHEMA);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "sampan-mail-server");
        HikariDataSource pool = new HikariDataSource(config);
        migrate(pool);
        return new Database(pool);
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * One transaction, begun anew when PostgreSQL let it fail because it and another waited for each other.
     *
     * @param work may run several times, so it changes nothing but the database
     */
    public <R> R inTransaction(Function<Handle, R> work) {
        for (int left = DEADLOCKS; ; left--) {
            try {
                return jdbi.inTransaction(work::apply);
            } catch (JdbiException failure) {
                if (left == 0 || !isDeadlock(failure)) {
                    throw failure;
                }
                LOGGER.info("event=transaction-again reason=deadlock");
            }
        }
    }

    private static boolean isDeadlock(JdbiException failure) {
        return failure.getCause() instanceof SQLException reason && DEADLOCK.equals(reason.getSQLState());
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void migrate(DataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations(MIGRATIONS)
                .load()
                .migrate();
    }
}
