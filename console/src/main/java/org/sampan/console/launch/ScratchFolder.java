package org.sampan.console.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder beneath another for work that leaves nothing behind: deleted when closed, and when the process is asked to end. */
public final class ScratchFolder implements AutoCloseable {

    private final Path path;
    private final Thread cleaner;

    private ScratchFolder(Path path) {
        this.path = path;
        this.cleaner = new Thread(() -> delete(path), "delete-" + path.getFileName());
    }

    /** @param name the folder's begins with it */
    public static ScratchFolder in(Path parent, String name) {
        try {
            Files.createDirectories(parent);
            ScratchFolder folder = new ScratchFolder(Files.createTempDirectory(parent, name));
            Runtime.getRuntime().addShutdownHook(folder.cleaner);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + parent, e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(cleaner);
        delete(path);
    }

    /** As far as it can be: nothing is said of what stays. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException gone) {
            // What a kill leaves lies in the data folder, where nothing looks at it.
        }
    }
}
