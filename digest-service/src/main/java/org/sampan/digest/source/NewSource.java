package org.sampan.digest.source;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.Kind;

/**
 * A source before it has a number.
 *
 * @param kind what an item is when its categories do not say
 * @param categories a category of the feed, lower case, to what its items are
 * @param excerpt how many letters of a text it lets be printed; empty: as many as are wanted
 * @param rights a line that is shown with each of its items: whose it is, under which licence
 */
public record NewSource(
        URI url,
        String name,
        Optional<Kind> kind,
        Map<String, Kind> categories,
        Optional<Integer> excerpt,
        Optional<String> rights) {
    public static final int LEAST_EXCERPT = 40;
    public static final int MOST_EXCERPT = 2_000;
    public static final int LONGEST_RIGHTS = 200;

    public NewSource {
        categories = Map.copyOf(categories);
    }

    /** Of whose texts as much may be printed as is wanted. */
    public NewSource(URI url, String name, Optional<Kind> kind, Map<String, Kind> categories) {
        this(url, name, kind, categories, Optional.empty());
    }

    /** Whose items need no line of their own. */
    public NewSource(
            URI url, String name, Optional<Kind> kind, Map<String, Kind> categories, Optional<Integer> excerpt) {
        this(url, name, kind, categories, excerpt, Optional.empty());
    }

    /** Whose it is, in one line; empty when it is none, or too long. */
    public static Optional<String> rights(String text) {
        return Optional.of(text.strip())
                .filter(line -> !line.isEmpty() && line.length() <= LONGEST_RIGHTS)
                .filter(line -> line.chars().noneMatch(Character::isISOControl));
    }

    /** A limit as people write it; empty when it is none. */
    public static Optional<Integer> excerpt(String text) {
        return text.matches("[0-9]{2,4}")
                ? Optional.of(Integer.valueOf(text)).filter(it -> it >= LEAST_EXCERPT && it <= MOST_EXCERPT)
                : Optional.empty();
    }
}
