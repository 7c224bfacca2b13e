package org.sampan.digest.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The changes asked for, by field, read into what they mean. */
final class Changes {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_TEXT = 200_000;

    private final Map<String, Change> byField = new HashMap<>();
    private final UnaryOperator<String> tidy;

    private Changes(List<Change> changes, UnaryOperator<String> tidy) {
        changes.forEach(change -> byField.put(change.field(), change));
        this.tidy = tidy;
    }

    /**
     * As somebody typed them.
     *
     * @throws BadEdit when one names a field that is not in {@code known}, or is too long
     */
    static Changes typed(List<Change> changes, Collection<String> known) {
        for (Change change : changes) {
            if (!known.contains(change.field())) {
                throw new BadEdit(change.field(), "there is no field " + change.field() + " to change");
            }
            int longest = change.field().equals(StoryFields.TEXT) ? LONGEST_TEXT : LONGEST;
            if (change.value().filter(text -> text.length() > longest).isPresent()) {
                throw new BadEdit(change.field(), change.field() + " is longer than " + longest + " characters");
            }
        }
        return new Changes(changes, String::strip);
    }

    /** To the letter: values that have been there before. */
    static Changes back(List<Change> changes) {
        return new Changes(changes, UnaryOperator.identity());
    }

    boolean names(String field) {
        return byField.containsKey(field);
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
        return change.value().map(tidy).filter(text -> !text.isEmpty()).map(text -> read(change, text, reader));
    }

    private <T> T read(Change change, String text, Function<String, Optional<T>> reader) {
        return reader.apply(tidy.apply(text))
                .orElseThrow(() -> new BadEdit(change.field(), change.field() + " cannot be '" + text + "'"));
    }
}
