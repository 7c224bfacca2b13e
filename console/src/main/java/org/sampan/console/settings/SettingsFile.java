package org.sampan.console.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines {@code key=value} of an operator's file: UTF-8, one setting a line, {@code #} begins a comment line. Unlike
 * {@link java.util.Properties} it knows its lines, and a backslash is a backslash.
 */
record SettingsFile(List<Line> lines, List<SettingsProblem> problems) {

    /** One setting as written; nothing is known about the key yet. */
    record Line(Origin.FileLine where, String key, String value) {}

    /** A missing file has no lines. */
    static SettingsFile read(Path file, Path shownAs) {
        List<Line> lines = new ArrayList<>();
        List<SettingsProblem> problems = new ArrayList<>();
        int number = 0;
        for (String text : textLines(file)) {
            Origin.FileLine where = new Origin.FileLine(shownAs, ++number);
            String line = text.strip();
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (equals < 1) {
                problems.add(new SettingsProblem(
                        where, "\"" + line + "\"", "is not a setting; write key=value, or # before it"));
            } else {
                lines.add(new Line(
                        where,
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip()));
            }
        }
        return new SettingsFile(lines, problems);
    }

    private static List<String> textLines(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (MalformedInputException e) {
            throw new UncheckedIOException(new IOException(file + " is not UTF-8 text", e));
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("cannot read " + file + ": " + e.getMessage(), e));
        }
    }
}
