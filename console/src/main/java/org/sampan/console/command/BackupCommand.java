package org.sampan.console.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.sampan.console.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan backup}: everything in one file. */
@Command(
        name = "backup",
        description = {
            "Write everything that must survive into one file (tar.gz): database, mail that waits, keys, passwords, configuration. Sampan may run.",
            "It holds what members wrote and who they are: keep it where you would keep the list itself. ./sampan restore FILE --check tries it."
        })
final class BackupCommand implements Runnable {

    private static final String ELSEWHERE =
            "The database is not in it: database.url names one elsewhere, so make a copy of that in the same hour (pg_dump).";

    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            description = "Where to write it; - is standard output, for a pipe into age, gpg or ssh.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Write over a file that is there already.")
    private boolean replace;

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Backup backup = new Backup(session.settings());
        long begin = System.nanoTime();
        try {
            ByteProgress progress = new ByteProgress(session, "written", backup.size());
            if (file.toString().equals("-")) {
                writeToPipe(backup, progress);
                return;
            }
            requireFree();
            Backup.Report report = writeWhole(backup, progress);
            progress.end();
            say(report, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the backup " + file, e);
        }
    }

    /** Standard output keeps it to itself when nobody takes what is written. */
    private void writeToPipe(Backup backup, ByteProgress progress) throws IOException {
        backup.write(session.out(), progress);
        if (session.out().checkError()) {
            throw new IOException("whoever was to take it did not take all; what came there is no backup");
        }
    }

    private void requireFree() throws IOException {
        if (Files.exists(file) && !replace) {
            throw new IOException("it is there already; name another file, or add --replace");
        }
    }

    /** Under its name stands only what is whole and on the disk. */
    private Backup.Report writeWhole(Backup backup, ByteProgress progress) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Backup.Report report;
            try (OutputStream out = Files.newOutputStream(half)) {
                report = backup.write(out, progress);
            }
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void say(Backup.Report report, Duration took) throws IOException {
        long size = Files.size(file);
        session.answer(
                Json.object()
                        .put("file", file.toString())
                        .put("size", size)
                        .put("files", report.files())
                        .put("bytes", report.bytes())
                        .put("database", report.withDatabase())
                        .put("seconds", took.toMillis() / 1000.0),
                "%s: %s in %,d files, %s packed, %.1f s.%s"
                        .formatted(
                                file,
                                ByteProgress.text(report.bytes()),
                                report.files(),
                                ByteProgress.text(size),
                                took.toMillis() / 1000.0,
                                report.withDatabase() ? "" : "\n" + ELSEWHERE));
    }
}
