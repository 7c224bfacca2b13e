package org.sampan.digest.edition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edition before it has a number.
 *
 * @param by who had it made: an editor's address, or what part of the program it was
 */
public record NewEdition(Series series, Period period, List<Section> sections, Instant datedAt, String by) {
    public NewEdition {
        sections = List.copyOf(sections);
    }

    /** As it is made when it is due. */
    public NewEdition(Series series, Period period, List<Section> sections, Instant datedAt) {
        this(series, period, sections, datedAt, "schedule");
    }

    /** As it would be under {@code number}. */
    public Edition numbered(int number) {
        return new Edition(
                new EditionId(series.slug(), number),
                series.name() + " " + number,
                period,
                Optional.empty(),
                sections,
                List.of(),
                Map.of(),
                EditionState.COMPILED,
                new Edition.LastChange(by, datedAt),
                datedAt,
                Optional.empty(),
                Optional.empty());
    }
}
