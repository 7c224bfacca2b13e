package org.sampan.digest.portal;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.springframework.stereotype.Component;

/** What of the newsroom everybody may see: published editions, and no others. */
@Component
final class Newsstand {
    private final Editions editions;
    private final SeriesCatalogue catalogue;

    Newsstand(Editions editions, SeriesCatalogue catalogue) {
        this.editions = editions;
        this.catalogue = catalogue;
    }

    Optional<Edition> edition(EditionId id) {
        return editions.find(id).filter(edition -> edition.state() == EditionState.PUBLISHED);
    }

    /** Newest first. */
    List<Edition> editions(Optional<String> series, int limit) {
        return editions.published(series, limit);
    }

    List<EditionCard> cards(Optional<String> series, int limit) {
        return editions(series, limit).stream()
                .map(edition -> EditionCard.of(edition, series(edition.id().series())))
                .toList();
    }

    SeriesLink series(String slug) {
        return SeriesLink.of(catalogue, slug);
    }

    boolean declares(String slug) {
        return catalogue.find(slug).isPresent();
    }

    List<SeriesLink> allSeries() {
        return catalogue.all().stream().map(SeriesLink::of).toList();
    }

    List<SeriesLink> seriesOf(String list) {
        return catalogue.all().stream()
                .filter(series -> series.list().equals(list))
                .map(SeriesLink::of)
                .toList();
    }
}
