package org.sampan.digest.desk.inbox;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.source.DeclaredSources;
import org.sampan.digest.source.NewSource;

/**
 * A source as a form shows and sends it.
 *
 * @param categories one a line: {@code in the press = news-clipping}
 * @param excerpt how many letters may be printed
 * @param rights the line shown with each item
 */
public record SourceForm(
        Optional<String> url,
        Optional<String> name,
        Optional<String> kind,
        Optional<String> categories,
        Optional<String> excerpt,
        Optional<String> rights) {
    static final SourceForm BLANK = new SourceForm(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static SourceForm of(NewSource source) {
        return new SourceForm(
                Optional.of(source.url().toString()),
                Optional.of(source.name()),
                source.kind().map(Kind::slug),
                Optional.of(source.categories().entrySet().stream()
                        .map(one -> one.getKey() + " = " + one.getValue().slug())
                        .sorted()
                        .collect(Collectors.joining("\n"))),
                source.excerpt().map(String::valueOf),
                source.rights());
    }

    SourceForm at(URI address) {
        return new SourceForm(Optional.of(address.toString()), name, kind, categories, excerpt, rights);
    }

    /** Empty when something of it cannot be understood. */
    Optional<NewSource> read() {
        Optional<URI> address = url.flatMap(DeclaredSources::feedUrl);
        Optional<Map<String, Kind>> read = readCategories();
        Optional<Integer> letters = typed(excerpt).flatMap(NewSource::excerpt);
        Optional<String> line = typed(rights).flatMap(NewSource::rights);
        boolean good = address.isPresent()
                && read.isPresent()
                && typed(excerpt).isPresent() == letters.isPresent()
                && typed(rights).isPresent() == line.isPresent();
        return good
                ? Optional.of(new NewSource(
                        address.get(),
                        typed(name).orElse(DeclaredSources.nameOf(address.get())),
                        typed(kind).flatMap(Kind::of),
                        read.get(),
                        letters,
                        line))
                : Optional.empty();
    }

    private Optional<Map<String, Kind>> readCategories() {
        Map<String, Kind> read = new HashMap<>();
        for (String line : categories.orElse("").lines().toList()) {
            int sign = line.lastIndexOf('=');
            Optional<Kind> meant = sign < 1
                    ? Optional.empty()
                    : Kind.of(line.substring(sign + 1).strip());
            if (meant.isEmpty() && !line.isBlank()) {
                return Optional.empty();
            }
            meant.ifPresent(it -> read.put(line.substring(0, sign).strip().toLowerCase(Locale.ROOT), it));
        }
        return Optional.of(read);
    }

    private static Optional<String> typed(Optional<String> field) {
        return field.map(String::strip).filter(text -> !text.isEmpty());
    }
}
