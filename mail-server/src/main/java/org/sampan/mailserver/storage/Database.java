package org.sampan.mailserver.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.settings.Settings;

/**
 * The pool of connections to PostgreSQL, with schema {@value #SCHEMA} up to date. Safe for many threads; close it last.
 */
public final class Database implements AutoCloseable {
    static final String SCHEMA = "mail";
    private static final int CONNECTIONS = 24;
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
