package org.sampan.digest.portal;

import java.time.Instant;
import java.time.ZoneId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionHead;

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
        return new EditionCard(
                series.path() + "/" + edition.id().number(),
                edition.id().number(),
                edition.title(),
                series.language(),
                series.name(),
                edition.datedAt(),
                series.timezone(),
                edition.items());
    }

    static EditionCard of(EditionHead edition, SeriesLink series) {
        return new EditionCard(
                series.path() + "/" + edition.id().number(),
                edition.id().number(),
                edition.title(),
                series.language(),
                series.name(),
                edition.datedAt(),
                series.timezone(),
                edition.items());
    }
}
