package org.sampan.console.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, packed in a jar on the class path, unpacked once into the data folder. */
final class PostgresBinaries {

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "postgres-linux-x86_64.txz", "aarch64", "postgres-linux-arm_64.txz");
    private static final Pattern VERSION = Pattern.compile("-([0-9]+)((?:\\.[0-9]+)*)\\.jar!");
    private static final int EXECUTABLE = 0b001_000_000;

    private final URL archive;
    private final String version;

    private PostgresBinaries(URL archive, String version) {
        this.archive = archive;
        this.version = version;
    }

    /** @throws PostgresException when there are none for this machine */
    static PostgresBinaries forThisMachine() {
        String machine = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                ? ARCHIVES.get(System.getProperty("os.arch", ""))
                : null;
        URL archive = name == null ? null : PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new PostgresException(
                    "no PostgreSQL is packed for " + machine + "; set database.url to one of your own");
        }
        Matcher version = VERSION.matcher(archive.toString());
        if (!version.find()) {
            throw new PostgresException("cannot tell the version of PostgreSQL in " + archive);
        }
        return new PostgresBinaries(archive, version.group(1) + version.group(2));
    }

    String version() {
        return version;
    }

    String majorVersion() {
        return version.replaceFirst("\\..*", "");
    }

    /** The folder with {@code bin}, {@code lib} and {@code share}; made whole or not at all. */
    Path unpackInto(Path data) throws IOException {
        Path folder = data.resolve("postgres-" + version);
        if (!Files.exists(folder)) {
            Path draft = data.resolve("postgres-" + version + ".new");
            Folders.delete(draft);
            Files.createDirectories(draft);
            try (InputStream packed = new BufferedInputStream(archive.openStream());
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                unpack(tar, draft);
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("the archive names a file outside of it: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                unpackFile(tar, entry, target);
            }
        }
    }

    private static void unpackFile(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean executable = (entry.getMode() & EXECUTABLE) != 0;
        // Readable by all: as root the programs run under another account, and there is nothing secret in them.
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
