package org.sampan.digest.portal;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.page.Reader;
import org.springframework.stereotype.Component;

/**
 * Editions that went to a list that is not public: to be read by whoever is on the list now, and by nobody else. They are on no shelf,
 * in no feed and in no archive.
 */
@Component
final class ReadersEditions {
    private final Editions editions;
    private final SeriesCatalogue catalogue;
    private final ListDoor door;

    ReadersEditions(Editions editions, SeriesCatalogue catalogue, ListDoor door) {
        this.editions = editions;
        this.catalogue = catalogue;
        this.door = door;
    }

    /** Whether a series has any, be they read by this reader or not. */
    boolean has(String series) {
        return catalogue
                .find(series)
                .filter(it -> door.open(it.list(), Optional.empty()).isEmpty())
                .isPresent();
    }

    /** Empty too for who may not read it. */
    Optional<Edition> find(EditionId id, Optional<Reader> reader) {
        return mayRead(id.series(), reader)
                ? editions.find(id).filter(edition -> edition.state() == EditionState.SENT)
                : Optional.empty();
    }

    /** Newest first; none for who may not read them. */
    List<EditionCard> cards(String series, Optional<Reader> reader, int limit) {
        Optional<SeriesLink> link = catalogue.find(series).map(SeriesLink::of);
        return link.isPresent() && mayRead(series, reader)
                ? editions.heads(Optional.of(series), limit).stream()
                        .filter(head -> head.state().isSent())
                        .map(head -> EditionCard.of(head, link.get()))
                        .toList()
                : List.of();
    }

    private boolean mayRead(String series, Optional<Reader> reader) {
        return reader.isPresent()
                && has(series)
                && catalogue
                        .find(series)
                        .flatMap(it -> door.open(it.list(), reader))
                        .isPresent();
    }
}
