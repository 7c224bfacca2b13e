package org.sampan.digest.portal;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;

/**
 * A series as pages speak of it.
 *
 * @param language BCP 47 tag of its titles
 * @param languages it is mailed in, that of its titles first
 * @param list the name of the list it goes to; empty when the series is not declared any more
 */
public record SeriesLink(
        String slug,
        String path,
        String name,
        String language,
        List<String> languages,
        ZoneId timezone,
        Optional<String> list) {

    static SeriesLink of(Series series) {
        return new SeriesLink(
                series.slug(),
                "/news/" + series.slug(),
                series.name(),
                series.mainLanguage().toLanguageTag(),
                series.languages().stream().map(Locale::toLanguageTag).toList(),
                series.timezone(),
                Optional.of(series.list()));
    }

    /** Editions stay readable after their series was taken out of the configuration; their days are the network's then. */
    static SeriesLink of(SeriesCatalogue catalogue, String slug, ZoneId network) {
        return catalogue
                .find(slug)
                .map(SeriesLink::of)
                .orElseGet(() ->
                        new SeriesLink(slug, "/news/" + slug, slug, "en", List.of("en"), network, Optional.empty()));
    }
}
