package org.sampan.console.supervise;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The folder {@code <data>/run}: who runs, written by the supervisor and read by every other call. */
public final class RunFolder {

    /**
     * A part as it was last started.
     *
     * @param restarts how often it had to be started again
     */
    public record Entry(String part, ProcessIdentity process, Instant since, int restarts, StopSignal stopSignal) {}

    private static final String SUFFIX = ".run";
    private static final String FAILURE = "failure.txt";

    private final Path folder;

    public RunFolder(Path data) {
        this.folder = data.resolve("run");
    }

    public Path lockFile() {
        return folder.resolve("lock");
    }

    public void create() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    public void write(Entry entry) {
        String text =
                "pid=" + entry.process().pid() + "\nbirth=" + entry.process().birth() + "\nsince=" + entry.since()
                        + "\nrestarts=" + entry.restarts() + "\nstopSignal=" + entry.stopSignal() + "\n";
        writeWhole(entry.part() + SUFFIX, text);
    }

    public void remove(String part) {
        delete(part + SUFFIX);
    }

    public Optional<Entry> read(String part) {
        return text(part + SUFFIX).flatMap(text -> parse(part, text));
    }

    /** Every part written down, the one started last first: the order in which they are to end. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .forEach(part -> read(part).ifPresent(entries::add));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.sort(Comparator.comparing(Entry::since).reversed());
        return entries;
    }

    /** Why the last start failed, when it did. */
    public Optional<String> failure() {
        return text(FAILURE).map(String::strip);
    }

    public void writeFailure(String reason) {
        writeWhole(FAILURE, reason + "\n");
    }

    public void forgetFailure() {
        delete(FAILURE);
    }

    private static Optional<Entry> parse(String part, String text) {
        try {
            Properties values = new Properties();
            values.load(new StringReader(text));
            ProcessIdentity process =
                    new ProcessIdentity(Long.parseLong(values.getProperty("pid", "")), values.getProperty("birth", ""));
            return Optional.of(new Entry(
                    part,
                    process,
                    Instant.parse(values.getProperty("since", "")),
                    Integer.parseInt(values.getProperty("restarts", "0")),
                    StopSignal.valueOf(values.getProperty("stopSignal", "TERM"))));
        } catch (IOException | RuntimeException e) {
            // Half a file after a power cut names no process that could still run.
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeWhole(String name, String text) {
        try {
            Path draft = Files.writeString(folder.resolve(name + ".new"), text);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
