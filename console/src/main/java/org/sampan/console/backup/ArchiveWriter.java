package org.sampan.console.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes a backup into a stream that stays its giver's: a tar file, gzipped, whose last entry has the sum of every other as {@code sha256sum} reads them. Nothing is
 * kept in memory, nothing is read twice.
 */
final class ArchiveWriter {

    static final String SUMS = "SHA256SUMS";
    private static final int FOLDER_MODE = 0b111_000_000;
    private static final int FILE_MODE = 0b110_000_000;
    private static final int BUFFER = 256 * 1024;

    private final GZIPOutputStream gzip;
    private final TarArchiveOutputStream tar;
    private final LongConsumer progress;
    private final StringBuilder sums = new StringBuilder();
    private final byte[] buffer = new byte[BUFFER];
    private int files;
    private long written;

    /** @param progress is told the bytes read so far */
    ArchiveWriter(OutputStream out, LongConsumer progress) throws IOException {
        this.gzip = new GZIPOutputStream(new BufferedOutputStream(out, BUFFER), BUFFER);
        this.tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
        this.progress = progress;
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    int files() {
        return files;
    }

    long bytes() {
        return written;
    }

    void folder(String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(FOLDER_MODE);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    void text(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(name, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
        note(name, Sha256.of(bytes));
    }

    /** A file that is gone by now is passed over; one that changes meanwhile gets the length it has at first. */
    void file(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long length = Files.size(file);
            begin(name, length);
            MessageDigest digest = Sha256.digest();
            for (long left = length; left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(BUFFER, left));
                if (count < 0) {
                    // Cut short while it was read: what PostgreSQL cut off, its log cuts off again.
                    Arrays.fill(buffer, (byte) 0);
                    count = (int) Math.min(BUFFER, left);
                }
                tar.write(buffer, 0, count);
                digest.update(buffer, 0, count);
                left -= count;
                written += count;
                progress.accept(written);
            }
            tar.closeArchiveEntry();
            note(name, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException gone) {
            // Another one was begun in its place, or it is needed no more.
        }
    }

    /** Writes the sums; what was written is a whole backup then, and not before. */
    void finish() throws IOException {
        byte[] bytes = sums.toString().getBytes(StandardCharsets.UTF_8);
        begin(SUMS, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
        tar.finish();
        gzip.finish();
        gzip.flush();
    }

    private void begin(String name, long length) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(FILE_MODE);
        entry.setSize(length);
        tar.putArchiveEntry(entry);
    }

    private void note(String name, String sum) {
        files++;
        sums.append(sum).append("  ").append(name).append('\n');
    }
}
