package org.sampan.console.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a folder belongs into a backup. Whatever is not known to be worthless does. */
final class DataContents {

    /** Made again by themselves: programs, logs, who runs, what was under way in the last milliseconds. */
    private static final Pattern MADE_AGAIN =
            Pattern.compile("(postgres-.*|postgres\\.new|logs|run|scratch|delivery|(bench|check|restore)[0-9]+)(/.*)?");

    /** The queue's index is made again from its journal, and must be: it is not of the same moment. */
    private static final Pattern QUEUE_INDEX = Pattern.compile("queue/journal/(?!db-[0-9]+\\.log$).*");

    /** Within a cluster: what PostgreSQL says is not to be copied. The log is copied at the end. */
    private static final Pattern POSTGRES_MOMENT =
            Pattern.compile("postmaster\\.(pid|opts)|backup_label.*|tablespace_map.*"
                    + "|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)/.+"
                    + "|(.*/)?pgsql_tmp.*|(.*/)?pg_internal\\.init.*|(.*/)?t[0-9]+_.*");

    private DataContents() {}

    /** Everything beside the database: secrets, keys, certificate, the queue, what there may be more of. The oldest of the queue first. */
    static List<Path> besideDatabase(Path data) throws IOException {
        return list(
                data,
                name -> name.equals("postgres")
                        || MADE_AGAIN.matcher(name).matches()
                        || QUEUE_INDEX.matcher(name).matches());
    }

    /** The files of a cluster, without the log if it runs. */
    static List<Path> cluster(Path cluster, boolean running) throws IOException {
        Pattern left = running ? POSTGRES_MOMENT : Pattern.compile("postmaster\\.(pid|opts)");
        return list(cluster, name -> left.matcher(name).matches());
    }

    static List<Path> all(Path folder) throws IOException {
        return list(folder, name -> false);
    }

    /** Folders too, each before what is in it; shorter names first, so that db-9.log comes before db-10.log. Links and whatever else is neither file nor folder are passed over. */
    private static List<Path> list(Path root, Predicate<String> omission) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(root) || take(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    take(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (Files.exists(file)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
            }

            private boolean take(Path path) {
                boolean wanted = !omission.test(root.relativize(path).toString());
                if (wanted) {
                    found.add(path);
                }
                return wanted;
            }
        });
        found.sort(Comparator.comparingInt((Path path) -> path.toString().length())
                .thenComparing(Comparator.naturalOrder()));
        return found;
    }
}
