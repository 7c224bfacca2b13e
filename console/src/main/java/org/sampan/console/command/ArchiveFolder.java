package org.sampan.console.command;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A folder that holds an archive. It remembers what it wrote there, so that it deletes what is gone from the archive, and never a file of
 * somebody else.
 */
final class ArchiveFolder {
    private static final String LIST = ".sampan-archive";

    private final Path folder;

    ArchiveFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    record Report(int files, int written, int deleted) {}

    /** @throws IOException when the archive ends too early; what came until then is written, and nothing deleted */
    Report take(InputStream archive) throws IOException {
        Files.createDirectories(folder);
        Set<String> before = remembered();
        Set<String> now = new TreeSet<>();
        int written = 0;
        ZipInputStream zip = new ZipInputStream(archive, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            now.add(entry.getName());
            written += write(inside(entry.getName()), zip.readAllBytes()) ? 1 : 0;
        }
        if (now.isEmpty()) {
            throw new EOFException("the newsroom sent no archive");
        }
        int deleted = delete(before, now);
        Files.write(folder.resolve(LIST), now, StandardCharsets.UTF_8);
        return new Report(now.size(), written, deleted);
    }

    private Set<String> remembered() throws IOException {
        Path list = folder.resolve(LIST);
        return Files.exists(list) ? new TreeSet<>(Files.readAllLines(list, StandardCharsets.UTF_8)) : Set.of();
    }

    private Path inside(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IOException("the archive names a file outside of its folder: " + name);
        }
        return file;
    }

    /** Whole or not at all: a mirror may be reading. */
    private static boolean write(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Files.createDirectories(file.resolve("..").normalize());
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.write(half, bytes);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private int delete(Set<String> before, Set<String> now) throws IOException {
        List<String> gone = before.stream().filter(name -> !now.contains(name)).toList();
        for (String name : gone) {
            Files.deleteIfExists(inside(name));
        }
        return gone.size();
    }
}
