package org.sampan.digest.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An edition before it has a number. */
public record NewEdition(Series series, Period period, List<Section> sections, Instant datedAt) {
    public NewEdition {
        sections = List.copyOf(sections);
    }

    /** As it would be under {@code number}. */
    public Edition numbered(int number) {
        return new Edition(
                new EditionId(series.slug(), number),
                series.name() + " " + number,
                period,
                Optional.empty(),
                sections,
                EditionState.COMPILED,
                datedAt,
                Optional.empty(),
                Optional.empty());
    }
}
