package org.sampan.mailserver.migration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.post.JdbcOldPosts;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;

/**
 * How fast an old archive comes in: run {@code main} from the test class path, with the number of messages as its argument.
 * PostgreSQL writes durably here, as in a real installation.
 */
final class ArchiveImportBenchmark {
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Instant BEGIN = Instant.parse("2004-01-01T00:00:00Z");
    private static final int MINUTES_BETWEEN = 90;
    private static final int IN_A_THREAD = 5;

    private ArchiveImportBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path mbox = Files.createTempFile("archive", ".mbox");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                Database database = Database.open(
                        new Settings.Database(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"))) {
            write(mbox, messages);
            System.out.printf("%,d messages, %,d MB%n", messages, Files.size(mbox) / 1_000_000);
            MailingList list = new JdbcMailingLists(database).add(MailingListsContract.MEMBERS);
            ArchiveImport archive = new ArchiveImport(new JdbcOldPosts(database), Clock.systemUTC());
            measure("check", mbox, messages, it -> archive.check(list, it));
            measure("import", mbox, messages, it -> archive.keep(list, it));
            measure("same again", mbox, messages, it -> archive.keep(list, it));
        } finally {
            Files.delete(mbox);
        }
    }

    private interface Step {
        ImportReport take(InputStream mbox) throws IOException;
    }

    private static void measure(String name, Path mbox, int messages, Step step) throws IOException {
        System.gc();
        long begin = System.nanoTime();
        ImportReport report;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(mbox))) {
            report = step.take(in);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, %,.0f messages/s, heap %,d MB; %s%n",
                name,
                seconds,
                messages / seconds,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000,
                report);
    }

    /** Of some three kB each, in threads of five. */
    private static void write(Path mbox, int messages) throws IOException {
        String text =
                "The boat of the north village came late, and nobody was paid for the hours at the pier.\n".repeat(30);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mbox))) {
            for (int i = 0; i < messages; i++) {
                Instant at = BEGIN.plusSeconds(60L * MINUTES_BETWEEN * i);
                String answer = i % IN_A_THREAD == 0 ? "" : "In-Reply-To: <m%d@harbour.example>\n".formatted(i - 1);
                out.write("""
                        From reader%d@harbour.example %s
                        Received: from a.example by b.example; %s
                        From: Reader %d <reader%d@harbour.example>
                        Date: %s
                        Message-ID: <m%d@harbour.example>
                        %sSubject: About hour %d
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=utf-8

                        %s
                        """.formatted(
                                i % 400,
                                ASCTIME.format(at),
                                DATE.format(at),
                                i % 400,
                                i % 400,
                                DATE.format(at),
                                i,
                                answer,
                                i / IN_A_THREAD,
                                text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
