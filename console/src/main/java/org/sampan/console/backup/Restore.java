package org.sampan.console.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.sampan.console.launch.DataFolder;
import org.sampan.console.launch.ScratchFolder;
import org.sampan.console.postgres.EmbeddedPostgres;
import org.sampan.console.postgres.EveryRow;
import org.sampan.console.postgres.RunningPostgres;
import org.sampan.console.settings.Settings;
import org.sampan.console.supervise.RunLock;

/**
 * Puts a backup back where nothing is, or only tries it: all sums are compared, the database is started and every row of it read, before
 * anything is put in its place. Nothing that is there is overwritten.
 */
public final class Restore {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * What was in it.
     *
     * @param tables with the number of their rows; none when the database is elsewhere
     * @param otherConfiguration files of the configuration that are not as they are here; the backup's lie beside them
     */
    public record Report(
            BackupLabel label, int files, long bytes, List<EveryRow.Count> tables, List<Path> otherConfiguration) {
        public long rows() {
            return tables.stream().mapToLong(EveryRow.Count::rows).sum();
        }
    }

    private final Settings settings;
    private final DataFolder data;
    private final LongConsumer progress;

    /** @param progress is told the bytes unpacked so far */
    public Restore(Settings settings, LongConsumer progress) {
        this.settings = settings;
        this.data = new DataFolder(settings.data());
        this.progress = progress;
    }

    /** Restores into a folder that is deleted afterwards. Sampan may run; nothing is sent. */
    public Report check(InputStream in) throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.in(data.path(), "check")) {
            return unpack(in, scratch.path());
        }
    }

    /** @throws BackupException when there is something already, Sampan runs, or the backup is not whole; nothing has changed then */
    public Report restore(InputStream in) throws IOException, InterruptedException {
        data.create();
        try (RunLock lock = RunLock.take(data.run())
                        .orElseThrow(() -> new BackupException("Sampan runs: `./sampan stop` first"));
                ScratchFolder scratch = ScratchFolder.in(data.path(), "restore")) {
            requireBlank();
            Report unpacked = unpack(in, scratch.path());
            putInPlace(scratch.path().resolve("data"));
            return new Report(
                    unpacked.label(),
                    unpacked.files(),
                    unpacked.bytes(),
                    unpacked.tables(),
                    configure(scratch.path().resolve("config")));
        }
    }

    private void requireBlank() {
        for (String name : List.of("postgres", "queue")) {
            if (Files.exists(data.path().resolve(name))) {
                throw new BackupException(data.path().resolve(name) + " is there already, and nothing is overwritten:"
                        + " move the folder " + data.path() + " away first, or set SAMPAN_DATA to another");
            }
        }
    }

    private Report unpack(InputStream in, Path folder) throws IOException, InterruptedException {
        ArchiveReader archive = new ArchiveReader(folder, progress);
        BackupLabel label = archive.unpack(in);
        List<EveryRow.Count> tables = label.postgres().isPresent() ? tables(folder.resolve("data")) : List.of();
        return new Report(label, archive.files(), archive.bytes(), tables, List.of());
    }

    /** Ends in order, so that what is put in place is a database at rest. */
    private static List<EveryRow.Count> tables(Path data) throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.prepareOnFreePort(data);
        try (RunningPostgres running = postgres.start(PATIENCE)) {
            return EveryRow.count(postgres);
        }
    }

    /** The database comes last: until it is there, the same may be begun again. */
    private void putInPlace(Path unpacked) throws IOException {
        List<Path> parts = new ArrayList<>();
        try (Stream<Path> children = Files.list(unpacked)) {
            children.sorted().forEach(parts::add);
        }
        Path database = EmbeddedPostgres.cluster(unpacked);
        if (parts.remove(database)) {
            parts.add(database);
        }
        for (Path part : parts) {
            Path place = data.path().resolve(part.getFileName());
            if (!Files.isDirectory(place)) {
                Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
            } else if (!part.getFileName().toString().startsWith("postgres-")) {
                throw new BackupException(place + " is there already: move it away, and restore again");
            }
        }
    }

    /** What is missing here is taken from the backup; what differs is laid beside, for a person to choose. */
    private List<Path> configure(Path unpacked) throws IOException {
        Path config = settings.installation().config();
        List<Path> others = new ArrayList<>();
        for (Path file : DataContents.all(unpacked)) {
            Path place = config.resolve(unpacked.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(place);
            } else if (!Files.exists(place)) {
                Files.copy(file, place);
            } else if (Files.mismatch(file, place) >= 0) {
                others.add(place);
                Files.copy(
                        file,
                        place.resolveSibling(place.getFileName() + ".from-backup"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return others;
    }
}
