package org.sampan.mailserver.post;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The header fields of a mail or of a part, in order; fields that are not touched keep every byte. Immutable. */
public final class Headers {
    private final List<HeaderField> fields;

    private Headers(List<HeaderField> fields) {
        this.fields = List.copyOf(fields);
    }

    /** No field at all, to begin a new part with. */
    public static Headers none() {
        return new Headers(List.of());
    }

    public static Headers of(List<HeaderField> fields) {
        return new Headers(fields);
    }

    public List<HeaderField> fields() {
        return fields;
    }

    /** The first of that name. */
    public Optional<HeaderField> first(String name) {
        return all(name).findFirst();
    }

    public Stream<HeaderField> all(String name) {
        return fields.stream().filter(it -> it.isNamed(name));
    }

    /** Unfolded value of the first of that name; empty when there is none. */
    public String value(String name) {
        return first(name).map(HeaderField::value).orElse("");
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    public Headers without(Predicate<HeaderField> unwanted) {
        return new Headers(fields.stream().filter(unwanted.negate()).toList());
    }

    public Headers without(String name) {
        return without(it -> it.isNamed(name));
    }

    /** With one more field, behind the others. */
    public Headers plus(HeaderField field) {
        List<HeaderField> more = new ArrayList<>(fields);
        more.add(field);
        return new Headers(more);
    }

    /** @throws IllegalArgumentException when the value is not printable ASCII */
    public Headers plus(String name, String value) {
        return plus(HeaderField.of(name, value));
    }

    /** In the place of the first of its name, or behind the others; further ones of that name are removed. */
    public Headers replace(HeaderField field) {
        List<HeaderField> changed = new ArrayList<>(fields.size() + 1);
        boolean placed = false;
        for (HeaderField each : fields) {
            if (!each.isNamed(field.name())) {
                changed.add(each);
            } else if (!placed) {
                changed.add(field);
                placed = true;
            }
        }
        if (!placed) {
            changed.add(field);
        }
        return new Headers(changed);
    }

    /** All fields with their line ends, without the empty line behind them. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fields.forEach(it -> bytes.writeBytes(it.raw()));
        return bytes.toByteArray();
    }
}
