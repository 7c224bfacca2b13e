package org.sampan.digest.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file of the operator's, read so that every problem can be told with its line: {@code file:line: key: what}.
 * Nothing in it is ever turned into an object of a class it names.
 */
public final class DeclaredFile {
    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final DeclaredEntry root;

    private DeclaredFile(Path file, String yaml) {
        this.file = file;
        this.root = compose(yaml);
    }

    /**
     * @throws BadSettings when the file cannot be read or is no YAML mapping
     */
    public static DeclaredFile read(Path file) {
        try {
            return of(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new BadSettings(List.of(file + ": cannot be read: " + unreadable));
        }
    }

    /**
     * What stands in {@code file}, or would.
     *
     * @throws BadSettings when it is no YAML mapping
     */
    public static DeclaredFile of(Path file, String yaml) {
        DeclaredFile read = new DeclaredFile(file, yaml);
        read.refuseProblems();
        return read;
    }

    private DeclaredEntry compose(String yaml) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (node instanceof MappingNode mapping) {
                return new DeclaredEntry(this, mapping);
            }
            problems.add(file + ":1: expected keys with values");
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            problems.add(file + ":" + line + ": not YAML: " + broken.getProblem());
        }
        return new DeclaredEntry(this, null);
    }

    public DeclaredEntry root() {
        return root;
    }

    void problem(int line, String key, String what) {
        problems.add(file + ":" + line + ": " + key + ": " + what);
    }

    /**
     * @throws BadSettings with all problems met so far, if any
     */
    public void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
    }
}
