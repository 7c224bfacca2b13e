package org.sampan.digest.portal;

import java.time.Instant;
import java.time.ZoneId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionHead;
import org.sampan.digest.edition.EditionId;

/**
 * An edition in a list of editions.
 *
 * @param language BCP 47 tag of the title
 */
public record EditionCard(
        String path,
        int number,
        String title,
        String language,
        String seriesName,
        Instant datedAt,
        ZoneId timezone,
        int items) {

    static EditionCard of(Edition edition, SeriesLink series) {
        return of(edition.id(), edition.title(), edition.datedAt(), edition.items(), series);
    }

    static EditionCard of(EditionHead edition, SeriesLink series) {
        return of(edition.id(), edition.title(), edition.datedAt(), edition.items(), series);
    }

    private static EditionCard of(EditionId id, String title, Instant datedAt, int items, SeriesLink series) {
        return new EditionCard(
                series.path() + "/" + id.number(),
                id.number(),
                title,
                series.language(),
                series.name(),
                datedAt,
                series.timezone(),
                items);
    }
}
