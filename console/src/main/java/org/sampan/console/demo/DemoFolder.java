package org.sampan.console.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.console.settings.Installation;

/** Where a demonstration keeps everything: {@code <data>/demo}, apart from the real thing. */
public record DemoFolder(Path path) {

    /** In the data folder the environment names, else in the checkout's. */
    public static DemoFolder of(Map<String, String> environment) {
        String data = environment.getOrDefault("SAMPAN_DATA", "");
        return new DemoFolder(Installation.of(environment)
                .inHome(Path.of(data.isEmpty() ? "data" : data))
                .resolve("demo"));
    }

    Path caughtMails() {
        return path.resolve("caught");
    }

    /**
     * The environment with which other commands reach the demonstration, as it wrote it down; empty when there was none.
     */
    public Optional<Map<String, String>> environment() {
        try {
            Map<String, String> environment = new TreeMap<>();
            for (String line : Files.readAllLines(environmentFile())) {
                String[] pair = line.split("=", 2);
                environment.put(pair[0], pair[1]);
            }
            return Optional.of(environment);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + environmentFile(), e);
        }
    }

    void write(Map<String, String> environment) {
        String lines = new TreeMap<>(environment)
                .entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("SAMPAN_"))
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Files.createDirectories(path);
            Files.writeString(environmentFile(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + environmentFile(), e);
        }
    }

    /** Deletes all of it. */
    void wipe() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wipe " + path, e);
        }
    }

    private Path environmentFile() {
        return path.resolve("environment");
    }
}
