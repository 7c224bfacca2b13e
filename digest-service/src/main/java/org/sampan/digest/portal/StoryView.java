package org.sampan.digest.portal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.page.ReaderFormats;

/**
 * A clipping on an edition's page.
 *
 * @param language BCP 47 tag
 * @param link to the original; empty also when it is gone
 * @param gone where the original was, when it is not there any more
 * @param country its name in the reader's language
 * @param html safe
 * @param rights lines that say whose it is
 * @param isLong the summary is shown first and the whole text on demand
 */
public record StoryView(
        long id,
        String title,
        String language,
        Optional<String> byline,
        Optional<String> outlet,
        Instant publishedAt,
        Optional<String> country,
        Optional<String> link,
        Optional<GoneView> gone,
        String summary,
        String html,
        boolean isLong,
        List<String> rights,
        List<OriginView> origins) {
    private static final int LONG_HTML = 1_600;

    static StoryView of(Clipping clipping, ReaderFormats formats) {
        return of(clipping, formats, Optional.empty());
    }

    /** @param gone the original is not where its link leads */
    static StoryView of(Clipping clipping, ReaderFormats formats, Optional<WatchedLink> gone) {
        Story story = clipping.printed();
        return new StoryView(
                clipping.id().value(),
                story.title(),
                story.language().toLanguageTag(),
                story.byline(),
                story.outlet(),
                story.publishedAt(),
                story.country().map(formats::country),
                story.link()
                        .filter(it -> gone.isEmpty())
                        .filter(StoryView::isWeb)
                        .map(URI::toString),
                gone.map(GoneView::of),
                story.summary(),
                story.html(),
                story.html().length() > LONG_HTML,
                clipping.terms().rights(),
                clipping.origins().stream()
                        .filter(origin -> gone.isEmpty()
                                || !origin.link().equals(Optional.of(gone.get().url())))
                        .map(OriginView::of)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
    }

    private static boolean isWeb(URI link) {
        return link.getScheme() != null
                && Set.of("http", "https").contains(link.getScheme().toLowerCase(Locale.ROOT));
    }

    /** @param address as text, to be looked for elsewhere */
    public record GoneView(String address, Instant since) {
        static GoneView of(WatchedLink link) {
            return new GoneView(link.url().toString(), link.since().orElse(link.due()));
        }
    }

    /** A place the story was met, named by its host. */
    public record OriginView(String name, String link) {
        static Optional<OriginView> of(Origin origin) {
            return origin.link()
                    .filter(StoryView::isWeb)
                    .filter(link -> link.getHost() != null)
                    .map(link -> new OriginView(link.getHost(), link.toString()));
        }
    }
}
