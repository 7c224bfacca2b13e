package org.sampan.digest.edition;

import java.util.List;
import java.util.Optional;

/** The series that {@code config/editions.yaml} declares. Immutable. */
public record SeriesCatalogue(List<Series> all) {
    public SeriesCatalogue {
        all = List.copyOf(all);
    }

    public Optional<Series> find(String slug) {
        return all.stream().filter(series -> series.slug().equals(slug)).findFirst();
    }
}
