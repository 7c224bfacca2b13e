package org.sampan.digest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The word lists stories are judged by: those in the folder {@code words} beside the operator's other files, else the ones this
 * program was built with, which are the same until somebody changes them.
 */
@Component
final class WordFiles {
    private final Path folder;

    @Autowired
    WordFiles(Settings settings) {
        this(settings.configFile("words"));
    }

    WordFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * A table of lists of words.
     *
     * @throws BadSettings with file and line, when it is not such a table
     */
    Map<String, List<String>> words(String name) {
        Map<String, Object> table = read(name);
        Map<String, List<String>> words = new LinkedHashMap<>();
        table.forEach((key, list) -> words.put(key, wordsOf(name, key, list)));
        return words;
    }

    private List<String> wordsOf(String name, String key, Object list) {
        if (list instanceof List<?> several && several.stream().allMatch(String.class::isInstance)) {
            return several.stream().map(String.class::cast).toList();
        }
        throw new BadSettings(List.of(folder.resolve(name) + ": " + key
                + ": must be a list of words such as [wages, salary]; put words like yes or 1 in quotes"));
    }

    /** @throws BadSettings with file and line, when it is not YAML */
    <T> T read(String name) {
        Path file = folder.resolve(name);
        try {
            T table = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file, name));
            return Objects.requireNonNull(table, name + " is empty");
        } catch (MarkedYAMLException broken) {
            throw new BadSettings(
                    List.of(file + ":" + (broken.getProblemMark().getLine() + 1) + ": " + broken.getProblem()));
        } catch (ClassCastException | NullPointerException otherForm) {
            throw new BadSettings(List.of(file + ": must be keys with lists"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file, String name) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file);
        }
        try (InputStream in = WordFiles.class.getResourceAsStream("words/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
