package org.sampan.digest.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The changes asked for, by field, read into what they mean. */
final class Changes {
    private static final int LONGEST = 2_000;

    private final Map<String, Change> byField = new HashMap<>();

    /**
     * @throws BadEdit when one names a field that is not in {@code known}, or is too long
     */
    Changes(List<Change> changes, Collection<String> known) {
        for (Change change : changes) {
            if (!known.contains(change.field())) {
                throw new BadEdit(change.field(), "there is no field " + change.field() + " to change");
            }
            if (change.value().filter(text -> text.length() > LONGEST).isPresent()) {
                throw new BadEdit(change.field(), change.field() + " is longer than " + LONGEST + " characters");
            }
            byField.put(change.field(), change);
        }
    }

    /** The new value of a field that cannot be without one; empty when no change is asked for. */
    <T> Optional<T> needed(String field, Function<String, Optional<T>> reader) {
        return Optional.ofNullable(byField.get(field)).map(change -> read(change, change.needed(), reader));
    }

    /** The value of a field that may be without one. */
    <T> Optional<T> optional(String field, Function<String, Optional<T>> reader, Optional<T> old) {
        Change change = byField.get(field);
        if (change == null) {
            return old;
        }
        return change.value()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> read(change, text, reader));
    }

    private static <T> T read(Change change, String text, Function<String, Optional<T>> reader) {
        return reader.apply(text.strip())
                .orElseThrow(() -> new BadEdit(change.field(), change.field() + " cannot be '" + text + "'"));
    }
}
