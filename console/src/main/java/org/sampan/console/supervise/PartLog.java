package org.sampan.console.supervise;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The log of one part, {@code <data>/logs/<part>.log}. The part writes into the file itself, so that it goes on logging whatever happens
 * to its supervisor; when the file is too large it is copied aside and emptied in place.
 */
public final class PartLog {

    private static final long LARGEST = 10L << 20;
    private static final int KEPT = 5;
    private static final int TAIL_BYTES = 256 << 10;

    private final Path file;
    private final long largest;

    public PartLog(Path data, String part) {
        this(data, part, LARGEST);
    }

    PartLog(Path data, String part, long largest) {
        this.file = data.resolve("logs").resolve(part + ".log");
        this.largest = largest;
    }

    public Path file() {
        return file;
    }

    /** Makes folder and file; the end of the file now. */
    public long open() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Keeps five old files of at most about ten megabytes. What is written while the last bytes are copied goes into the copy or is lost. */
    public void rotateIfLarge() {
        try {
            if (!Files.exists(file) || Files.size(file) <= largest) {
                return;
            }
            for (int i = KEPT - 1; i >= 1; i--) {
                if (Files.exists(old(i))) {
                    Files.move(old(i), old(i + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            try (FileChannel log = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    OutputStream copy = Files.newOutputStream(old(1))) {
                Channels.newInputStream(log).transferTo(copy);
                log.truncate(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rotate " + file, e);
        }
    }

    /** The last lines after a position, at most {@code most}. */
    public List<String> tail(long from, int most) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long begin = Math.max(from > log.length() ? 0 : from, log.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (log.length() - begin)];
            log.seek(begin);
            log.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (FileNotFoundException | NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path old(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }
}
