package org.sampan.mailserver.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.sampan.mailserver.settings.Settings;

/**
 * One real PostgreSQL for the whole test run, and a new, migrated database in it for each test class.
 *
 * <p>{@code @ExtendWith(TestDatabase.class)} and a parameter of type {@link Database} or {@link Settings.Database}.
 */
public final class TestDatabase implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestDatabase.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        database(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == Settings.Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        OpenDatabase open = database(context);
        return parameter.getParameter().getType() == Database.class ? open.database() : open.settings();
    }

    /** A new, empty database for the whole test run, the same whenever it is asked for by this name. */
    public static Settings.Database fresh(ExtensionContext context, String name) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(name, key -> create(postgres(context)), Settings.Database.class);
    }

    private static OpenDatabase database(ExtensionContext context) {
        ExtensionContext classContext = outermost(context);
        return classContext
                .getStore(NAMESPACE)
                .computeIfAbsent(OpenDatabase.class, key -> open(postgres(context)), OpenDatabase.class);
    }

    private static ExtensionContext outermost(ExtensionContext context) {
        ExtensionContext found = context;
        while (found.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
            found = found.getParent().orElseThrow();
        }
        return found;
    }

    private static RunningPostgres postgres(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(RunningPostgres.class, key -> RunningPostgres.start(), RunningPostgres.class);
    }

    private static OpenDatabase open(RunningPostgres running) {
        Settings.Database settings = create(running);
        return new OpenDatabase(settings, Database.open(settings));
    }

    private static Settings.Database create(RunningPostgres running) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = running.postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the test database cannot be made", e);
        }
        return new Settings.Database(running.postgres().getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    private record OpenDatabase(Settings.Database settings, Database database) implements AutoCloseable {
        @Override
        public void close() {
            database.close();
        }
    }

    private record RunningPostgres(EmbeddedPostgres postgres) implements AutoCloseable {
        static RunningPostgres start() {
            try {
                return new RunningPostgres(EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
