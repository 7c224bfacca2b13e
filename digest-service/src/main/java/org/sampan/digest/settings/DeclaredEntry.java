package org.sampan.digest.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Keys and values of one mapping in a {@link DeclaredFile}; what is wrong is remembered there, with its line. */
public final class DeclaredEntry {
    private final DeclaredFile file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();

    DeclaredEntry(DeclaredFile file, @Nullable MappingNode node) {
        this.file = file;
        this.line = node == null ? 1 : lineOf(node);
        if (node != null) {
            node.getValue().forEach(this::take);
        }
    }

    private void take(NodeTuple pair) {
        String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.put(key, pair.getValueNode()) != null) {
            file.problem(lineOf(pair.getKeyNode()), key, "named twice");
        }
    }

    /** Any other key is a problem: most likely a slip of the pen. */
    public void allowOnly(Collection<String> keys) {
        values.forEach((key, node) -> {
            if (!keys.contains(key)) {
                file.problem(lineOf(node), key, "unknown key; known are " + String.join(", ", keys));
            }
        });
    }

    public Optional<String> text(String key) {
        Node node = values.get(key);
        if (node == null || node.getTag().equals(Tag.NULL)) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip());
        }
        problem(key, "expected one value");
        return Optional.empty();
    }

    public String required(String key) {
        Optional<String> value = text(key).filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
            problem(key, "missing");
        }
        return value.orElse("");
    }

    public boolean flag(String key, boolean otherwise) {
        return text(key)
                .map(value -> {
                    if (!value.equals("true") && !value.equals("false")) {
                        problem(key, "neither true nor false: '" + value + "'");
                    }
                    return value.equals("true");
                })
                .orElse(otherwise);
    }

    /** The value as {@code reader} understands it; what the reader does not understand is a problem. */
    public <T> Optional<T> as(String key, Function<String, Optional<T>> reader, String expected) {
        return text(key).filter(value -> !value.isEmpty()).flatMap(value -> {
            Optional<T> read = reader.apply(value);
            if (read.isEmpty()) {
                problem(key, "not " + expected + ": '" + value + "'");
            }
            return read;
        });
    }

    /** Every element as {@code reader} understands it. */
    public <T> List<T> listAs(String key, Function<String, Optional<T>> reader, String expected) {
        List<T> all = new ArrayList<>();
        for (Node node : elements(key)) {
            Optional<T> read = node instanceof ScalarNode scalar ? reader.apply(scalar.getValue()) : Optional.empty();
            if (read.isEmpty()) {
                String shown = node instanceof ScalarNode scalar ? scalar.getValue() : "a mapping";
                file.problem(lineOf(node), key, "not " + expected + ": '" + shown + "'");
            }
            read.ifPresent(all::add);
        }
        return all;
    }

    public List<DeclaredEntry> entries(String key) {
        List<DeclaredEntry> all = new ArrayList<>();
        for (Node node : elements(key)) {
            if (node instanceof MappingNode mapping) {
                all.add(new DeclaredEntry(file, mapping));
            } else {
                file.problem(lineOf(node), key, "expected keys with values");
            }
        }
        return all;
    }

    /** The mapping under {@code key}, empty when there is none. */
    public DeclaredEntry entry(String key) {
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return new DeclaredEntry(file, mapping);
        }
        if (node != null && !node.getTag().equals(Tag.NULL)) {
            problem(key, "expected keys with values");
        }
        return new DeclaredEntry(file, null);
    }

    public Collection<String> keys() {
        return values.keySet();
    }

    public void problem(String key, String what) {
        Node node = values.get(key);
        file.problem(node == null ? line : lineOf(node), key, what);
    }

    private List<Node> elements(String key) {
        Node node = values.get(key);
        if (node == null || node.getTag().equals(Tag.NULL)) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(key, "expected a list");
        return List.of();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
