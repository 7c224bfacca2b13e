package org.sampan.digest.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;

/** Puts clippings into the sections of a series: by kind, then country by country, the newest first. */
final class Sections {
    /** What is about several countries or none concerns everybody, and leads. */
    private static final Comparator<Clipping> BY_COUNTRY = Comparator.comparing(
            clipping -> clipping.story().country().map(Country::code).orElse(""));

    private static final Comparator<Clipping> NEWEST_FIRST = Comparator.comparing(
                    (Clipping clipping) -> clipping.story().publishedAt())
            .thenComparing(clipping -> clipping.id().value())
            .reversed();

    private Sections() {}

    static List<Section> of(Series series, List<Clipping> clippings) {
        Map<Kind, List<Clipping>> byKind = clippings.stream()
                .collect(Collectors.groupingBy(clipping -> clipping.story().kind()));
        return series.sections().stream()
                .filter(byKind::containsKey)
                .map(kind -> new Section(kind, ordered(byKind.getOrDefault(kind, List.of()))))
                .toList();
    }

    private static List<Clipping> ordered(List<Clipping> clippings) {
        return clippings.stream().sorted(BY_COUNTRY.thenComparing(NEWEST_FIRST)).toList();
    }
}
