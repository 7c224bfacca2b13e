package org.sampan.console.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks what {@link ArchiveWriter} wrote, into a folder that is its reader's alone, and takes nothing that is not whole. */
final class ArchiveReader {

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int BUFFER = 256 * 1024;
    private static final int LONGEST_LABEL = 4096;

    private final Path folder;
    private final LongConsumer progress;
    private final Map<String, String> sums = new TreeMap<>();
    private long read;

    /**
     * @param folder an empty one
     * @param progress is told the bytes written so far
     */
    ArchiveReader(Path folder, LongConsumer progress) {
        this.folder = folder;
        this.progress = progress;
    }

    int files() {
        return sums.size();
    }

    long bytes() {
        return read;
    }

    /** @throws BackupException when it is no backup, is not whole, or one that cannot be read here; what is in the folder is worth nothing then */
    BackupLabel unpack(InputStream in) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(in, BUFFER), BUFFER), StandardCharsets.UTF_8.name())) {
            BackupLabel label = label(tar);
            label.requireReadableHere();
            unpackRest(tar);
            return label;
        } catch (ZipException | EOFException spoilt) {
            throw new BackupException("the backup is spoilt or ends too early: " + spoilt.getMessage(), spoilt);
        }
    }

    private BackupLabel label(TarArchiveInputStream tar) throws IOException {
        TarArchiveEntry first = tar.getNextEntry();
        if (first == null || !first.getName().equals(BackupLabel.NAME)) {
            throw new BackupException("this is no backup of Sampan: it does not begin with " + BackupLabel.NAME);
        }
        byte[] text = tar.readNBytes(LONGEST_LABEL);
        sums.put(first.getName(), Sha256.of(text));
        return BackupLabel.read(new String(text, StandardCharsets.UTF_8));
    }

    private void unpackRest(TarArchiveInputStream tar) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(ArchiveWriter.SUMS)) {
                compare(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                return;
            }
            if (entry.isDirectory()) {
                Files.createDirectories(inside(entry.getName()), OWNERS_FOLDER);
            } else if (isPlainFile(entry)) {
                unpack(tar, entry.getName());
            } else {
                throw new BackupException("the backup has something in it that is no file: " + entry.getName());
            }
        }
        throw new BackupException("the backup is not whole: the sums at its end are missing");
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarArchiveEntry.LF_NORMAL || entry.getLinkFlag() == TarArchiveEntry.LF_OLDNORM;
    }

    private Path inside(String name) {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
            throw new BackupException("the backup names a file outside of its folder: " + name);
        }
        return target;
    }

    private void unpack(InputStream tar, String name) throws IOException {
        Path target = Files.createFile(inside(name), OWNERS_FILE);
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = tar.read(buffer); count > 0; count = tar.read(buffer)) {
                out.write(buffer, 0, count);
                read += count;
                progress.accept(read);
            }
        }
        sums.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private void compare(String listed) {
        Map<String, String> expected = new TreeMap<>();
        listed.lines()
                .map(line -> line.split(" {2}", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> expected.put(parts[1], parts[0]));
        if (!expected.equals(sums)) {
            String name = expected.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(sums.get(entry.getKey())))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("more files than were written");
            throw new BackupException("the backup is spoilt: " + name + " is not as it was written");
        }
    }
}
