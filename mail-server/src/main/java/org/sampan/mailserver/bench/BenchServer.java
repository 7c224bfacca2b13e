package org.sampan.mailserver.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.sampan.mailserver.MailServer;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.JdbcDeliveries;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;

/** A whole server with one big list, on a database and in a folder of its own. */
final class BenchServer implements AutoCloseable {
    private final JdbcScratchDatabase scratch;
    private final Database database;
    private final Path folder;
    private final MailServer server;
    private final MailingList list;
    private final Duration importTime;

    private BenchServer(
            JdbcScratchDatabase scratch,
            Database database,
            Path folder,
            MailServer server,
            MailingList list,
            Duration importTime) {
        this.scratch = scratch;
        this.database = database;
        this.folder = folder;
        this.server = server;
        this.list = list;
        this.importTime = importTime;
    }

    static BenchServer start(BenchOptions options, Map<String, String> outer, InetSocketAddress relay)
            throws Exception {
        Path folder = Files.createTempDirectory("sampan-bench");
        JdbcScratchDatabase scratch =
                JdbcScratchDatabase.of(Settings.from(outer).database(), options.inPlace());
        Settings settings = Settings.from(environment(options, outer, relay, folder, scratch.settings()));
        Database database = Database.open(settings.database());
        MailServer server = MailServer.start(settings);
        MailingList list = BenchList.make(new JdbcMailingLists(database), settings.domain(), options);
        MembersUpload members = MembersUpload.to(server.adminPort(), folder.resolve("admin.token"));
        members.await(list);
        Duration importTime = members.upload(list, options.recipients());
        scratch.analyze();
        return new BenchServer(scratch, database, folder, server, list, importTime);
    }

    MailingList list() {
        return list;
    }

    int smtpPort() {
        return server.smtpPort();
    }

    Deliveries deliveries() {
        return new JdbcDeliveries(database);
    }

    Database database() {
        return database;
    }

    /** Rows of all deliveries there are. */
    long ledgerRows() {
        return scratch.ledgerRows();
    }

    Duration importTime() {
        return importTime;
    }

    @Override
    public void close() throws IOException {
        server.close();
        database.close();
        scratch.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Map<String, String> environment(
            BenchOptions options,
            Map<String, String> outer,
            InetSocketAddress relay,
            Path folder,
            Settings.Database database) {
        Map<String, String> environment = new HashMap<>(outer);
        environment.putAll(Map.of(
                "SAMPAN_DATA", folder.toString(),
                "SAMPAN_SMTP_HOST", "127.0.0.1",
                "SAMPAN_SMTP_PORT", "0",
                "SAMPAN_SUBMISSION_PORT", "0",
                "SAMPAN_ADMIN_PORT", "0",
                "SAMPAN_RELAY_HOST", relay.getHostString(),
                "SAMPAN_RELAY_PORT", Integer.toString(relay.getPort()),
                "SAMPAN_RELAY_TLS", "off",
                "SAMPAN_DELIVERY_CONNECTIONS", Integer.toString(options.connections())));
        environment.putAll(Map.of(
                "SAMPAN_DATABASE_URL", database.url(),
                "SAMPAN_DATABASE_USERNAME", database.username(),
                "SAMPAN_DATABASE_PASSWORD", database.password(),
                "SAMPAN_DKIM_SIGN", options.dkim().name()));
        environment.remove("SAMPAN_BROKER_URL");
        environment.remove("SAMPAN_RELAY_USERNAME");
        return environment;
    }
}
