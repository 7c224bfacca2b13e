package org.sampan.digest.desk.inbox;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingFiles;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.link.LinkState;
import org.sampan.digest.link.WatchedLinks;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Sources;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What pages about one clipping show beside its fields. */
@Component
final class ClippingParts {
    private static final Set<String> WEB = Set.of("http", "https");

    private final ClippingCards cards;
    private final Choices choices;
    private final SavedCopies copies;
    private final ClippingFiles files;
    private final Sources sources;
    private final WatchedLinks links;

    ClippingParts(
            ClippingCards cards,
            Choices choices,
            SavedCopies copies,
            ClippingFiles files,
            Sources sources,
            WatchedLinks links) {
        this.cards = cards;
        this.choices = choices;
        this.copies = copies;
        this.files = files;
        this.sources = sources;
        this.links = links;
    }

    ModelAndView describe(ModelAndView page, Clipping clipping, Locale language) {
        return page.addObject("card", cards.of(List.of(clipping)).get(0))
                .addObject("story", clipping.story())
                .addObject("link", web(clipping.story().link()))
                .addObject("lost", links.find(clipping.id()).filter(it -> it.state() != LinkState.FINE))
                .addObject("limit", limit(clipping))
                .addObject("choices", choices.in(language))
                .addObject("copies", copies.of(clipping.id()))
                .addObject("files", files.of(clipping.id()));
    }

    /** What feeds give as a link is shown as one only when a browser may follow it. */
    static Optional<String> web(Optional<URI> link) {
        return link.filter(it -> WEB.contains(String.valueOf(it.getScheme()).toLowerCase(Locale.ROOT)))
                .map(URI::toString);
    }

    /** How much of its text the strictest of its sources lets be printed. */
    private Optional<Integer> limit(Clipping clipping) {
        return clipping.origins().stream()
                .map(origin -> sources.findUrl(origin.source()))
                .flatMap(Optional::stream)
                .map(Source::declared)
                .map(NewSource::excerpt)
                .flatMap(Optional::stream)
                .min(Integer::compare);
    }
}
