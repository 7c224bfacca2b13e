package org.sampan.mailserver.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.sampan.mailserver.MailServer;
import org.sampan.mailserver.domain.TestNameServer;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.TestDatabase;

/**
 * One whole mail server for the test run, with a database of its own, and a {@link MailSink} as its relay.
 *
 * <p>{@code @ExtendWith(ServerExtension.class)} and a parameter of type {@link RunningServer}, or {@link Settings.Database}: its own. All classes share the server, so a
 * test makes its own lists and people, and looks at mails to those only. A test that has to stop or kill a server starts a
 * {@link ServerProcess}.
 */
public final class ServerExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ServerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningServer.class || type == Settings.Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Settings.Database database = TestDatabase.fresh(context, "whole-server");
        if (parameter.getParameter().getType() == Settings.Database.class) {
            return database;
        }
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> Started.with(database), Started.class)
                .running();
    }

    private record Started(MailServer server, RunningServer running) implements AutoCloseable {
        static Started with(Settings.Database database) {
            try {
                Path data = Files.createTempDirectory("sampan-test");
                Files.writeString(
                        data.resolve("digest-service.password"), RunningServer.DIGEST_SERVICE_PASSWORD + "\n");
                MailSink sink = MailSink.start();
                TestNameServer names = TestNameServer.start();
                Map<String, String> environment = RunningServer.environment(database, data, sink);
                environment.put(
                        "SAMPAN_DNS_SERVERS", "127.0.0.1:" + names.address().getPort());
                MailServer server = MailServer.start(Settings.from(environment));
                return new Started(
                        server,
                        new RunningServer(
                                server.smtpPort(), server.submissionPort(), server.adminPort(), data, sink, names));
            } catch (Exception e) {
                throw new IllegalStateException("the server does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            running.sink().close();
            running.names().close();
            try (Stream<Path> files = Files.walk(running.data())) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
