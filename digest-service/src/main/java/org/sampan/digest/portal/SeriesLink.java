package org.sampan.digest.portal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;

/**
 * A series as pages speak of it.
 *
 * @param language BCP 47 tag of its titles
 * @param list the name of the list it goes to; empty when the series is not declared any more
 */
public record SeriesLink(
        String slug, String path, String name, String language, ZoneId timezone, Optional<String> list) {

    static SeriesLink of(Series series) {
        return new SeriesLink(
                series.slug(),
                "/news/" + series.slug(),
                series.name(),
                series.languages().get(0).toLanguageTag(),
                series.timezone(),
                Optional.of(series.list()));
    }

    /** Editions stay readable after their series was taken out of the configuration. */
    static SeriesLink of(SeriesCatalogue catalogue, String slug) {
        return catalogue
                .find(slug)
                .map(SeriesLink::of)
                .orElseGet(() -> new SeriesLink(slug, "/news/" + slug, slug, "en", ZoneOffset.UTC, Optional.empty()));
    }
}
