package org.sampan.console.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.sampan.console.launch.DataFolder;
import org.sampan.console.launch.Parts;
import org.sampan.console.launch.Stop;
import org.sampan.console.postgres.EmbeddedPostgres;
import org.sampan.console.postgres.OnlineCopy;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;
import org.sampan.console.supervise.RunFolder;
import org.sampan.console.supervise.RunLock;

/**
 * Writes everything that must survive into one stream: the database, accepted mail that still waits, keys and passwords, the configuration.
 * Sampan may run or not. What was answered with 250 before it began is in it: the queue is copied before the moment the database is
 * restored to, and a mail that is in both is known again by its name.
 */
public final class Backup {

    /**
     * What was written.
     *
     * @param bytes of files, before they were compressed
     * @param withDatabase false when {@code database.url} names one elsewhere
     */
    public record Report(int files, long bytes, boolean withDatabase) {}

    private final Settings settings;
    private final DataFolder data;
    private final boolean withDatabase;

    public Backup(Settings settings) {
        this.settings = settings;
        this.data = new DataFolder(settings.data());
        this.withDatabase = settings.get(Keys.DATABASE_URL).isEmpty();
    }

    /** Of all files together, roughly: what {@code progress} goes up to. */
    public long size() throws IOException {
        List<Path> files = new ArrayList<>(DataContents.besideDatabase(data.path()));
        if (withDatabase) {
            files.addAll(DataContents.all(EmbeddedPostgres.cluster(data.path())));
        }
        long size = 0;
        for (Path file : files) {
            size += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return size;
    }

    /**
     * @param progress is told the bytes read so far
     * @throws BackupException when there is nothing to back up, or it cannot be copied now
     * @throws IOException when the stream takes no more or a file cannot be read; what was written is no backup then
     */
    public Report write(OutputStream out, LongConsumer progress) throws IOException {
        if (withDatabase && !Files.exists(EmbeddedPostgres.cluster(data.path()))) {
            throw new BackupException("there is nothing to back up in " + data.path() + " (setting: data)");
        }
        ArchiveWriter archive = new ArchiveWriter(out, progress);
        archive.text(BackupLabel.NAME, label().text());
        if (new Stop(data).supervisor().isPresent()) {
            copyRunning(archive);
        } else {
            copyResting(archive);
        }
        add(
                archive,
                "config",
                settings.installation().config(),
                DataContents.all(settings.installation().config()));
        archive.finish();
        return new Report(archive.files(), archive.bytes(), withDatabase);
    }

    private BackupLabel label() {
        return new BackupLabel(
                Instant.now(),
                settings.get(Keys.DOMAIN),
                withDatabase ? Optional.of(EmbeddedPostgres.version()) : Optional.empty());
    }

    /** The lock keeps anybody from starting it meanwhile. */
    private void copyResting(ArchiveWriter archive) throws IOException {
        data.create();
        try (RunLock lock = RunLock.take(data.run())
                .orElseThrow(() -> new BackupException("Sampan is just starting or ending: try again"))) {
            if (withDatabase) {
                Path cluster = EmbeddedPostgres.cluster(data.path());
                add(archive, "data/postgres", cluster, DataContents.cluster(cluster, false));
            }
            addBesideDatabase(archive);
        }
    }

    private void copyRunning(ArchiveWriter archive) throws IOException {
        if (!withDatabase) {
            addBesideDatabase(archive);
            return;
        }
        requireDatabaseUp();
        Path cluster = EmbeddedPostgres.cluster(data.path());
        try (OnlineCopy copy = OnlineCopy.begin(data.path(), settings.get(Keys.DATABASE_PORT))) {
            add(archive, "data/postgres", cluster, DataContents.cluster(cluster, true));
            addBesideDatabase(archive);
            OnlineCopy.Ending ending = copy.end();
            archive.text("data/postgres/backup_label", ending.label());
            for (Path segment : DataContents.all(cluster.resolve("pg_wal"))) {
                if (ending.needs(segment.getFileName().toString())) {
                    archive.file("data/postgres/pg_wal/" + segment.getFileName(), segment);
                }
            }
        }
    }

    private void requireDatabaseUp() {
        boolean up = data.run()
                .read(Parts.POSTGRES)
                .map(RunFolder.Entry::process)
                .filter(process -> EmbeddedPostgres.ready(data.path(), process.pid()))
                .isPresent();
        if (!up) {
            throw new BackupException("the database is not up: look at `./sampan status`, and try again");
        }
    }

    private void addBesideDatabase(ArchiveWriter archive) throws IOException {
        add(archive, "data", data.path(), DataContents.besideDatabase(data.path()));
    }

    private static void add(ArchiveWriter archive, String name, Path root, List<Path> contents) throws IOException {
        archive.folder(name);
        for (Path path : contents) {
            String entry = name + "/" + root.relativize(path);
            if (Files.isDirectory(path)) {
                archive.folder(entry);
            } else {
                archive.file(entry, path);
            }
        }
    }
}
