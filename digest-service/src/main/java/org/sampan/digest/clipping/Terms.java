package org.sampan.digest.clipping;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What sources let be done with their texts.
 *
 * @param excerpt how many letters of a text may be shown to readers; empty: as many as are wanted
 * @param rights lines to be shown with it: whose it is, under which licence
 */
public record Terms(Optional<Integer> excerpt, List<String> rights) {
    public static final Terms NONE = new Terms(Optional.empty(), List.of());

    public Terms {
        rights = List.copyOf(rights);
    }

    /** The strictest of all, and the lines of each. */
    static Terms of(Collection<Origin> origins) {
        return new Terms(
                origins.stream()
                        .flatMap(origin -> origin.terms().excerpt().stream())
                        .min(Integer::compare),
                origins.stream()
                        .flatMap(origin -> origin.terms().rights().stream())
                        .distinct()
                        .toList());
    }
}
