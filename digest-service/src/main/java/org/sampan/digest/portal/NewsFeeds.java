package org.sampan.digest.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.ReaderFormats;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What feeds say: of editions, all or of a series, and of the stories of a shelf. */
@Component
final class NewsFeeds {
    private static final int EDITIONS = 20;
    private static final int STORIES = 50;

    private final Newsstand newsstand;
    private final Spelling spelling;
    private final Messages messages;
    private final URI web;
    private final String domain;

    NewsFeeds(Newsstand newsstand, Spelling spelling, Messages messages, Settings settings) {
        this.newsstand = newsstand;
        this.spelling = spelling;
        this.messages = messages;
        this.web = settings.web().url();
        this.domain = settings.domain();
    }

    NewsFeed ofAllEditions() {
        List<NewsFeed.Entry> entries = newsstand.editions(Optional.empty(), EDITIONS).stream()
                .map(this::entry)
                .toList();
        return new NewsFeed(domain, web + "/", web + "/news", Optional.empty(), entries);
    }

    /** Empty when there is no such series. */
    Optional<NewsFeed> ofSeries(String series) {
        SeriesLink link = newsstand.series(series);
        List<NewsFeed.Entry> entries = newsstand.editions(Optional.of(series), EDITIONS).stream()
                .map(this::entry)
                .toList();
        return entries.isEmpty() && !newsstand.declares(series)
                ? Optional.empty()
                : Optional.of(new NewsFeed(
                        link.name(), web + link.path(), web + link.path(), Optional.of(link.language()), entries));
    }

    private NewsFeed.Entry entry(Edition edition) {
        SeriesLink series = newsstand.series(edition.id().series());
        return new NewsFeed.Entry(
                web + series.path() + "/" + edition.id().number(),
                edition.title(),
                Optional.of(series.language()),
                Optional.empty(),
                edition.publishedAt().orElse(edition.datedAt()),
                titles(edition));
    }

    /** The titles, each leading to its story. */
    private String titles(Edition edition) {
        return edition.sections().stream()
                .flatMap(section -> section.clippings().stream())
                .map(clipping -> "<li lang=\"%s\"><a href=\"%s\">%s</a></li>"
                        .formatted(
                                clipping.story().language().toLanguageTag(),
                                page(clipping),
                                escaped(clipping.story().title())))
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    NewsFeed ofShelf(Shelf shelf) {
        Locale english = Messages.FALLBACK;
        String name = shelf.name(english, new ReaderFormats(spelling, english, ZoneOffset.UTC))
                .orElseGet(() -> messages.text(english, "kind." + shelf.path().replaceAll(".*/", "")));
        Optional<String> language =
                shelf instanceof Shelf.InLanguage in ? Optional.of(in.language().toLanguageTag()) : Optional.empty();
        return new NewsFeed(
                domain + " · " + name,
                web + shelf.path(),
                web + shelf.path(),
                language,
                newsstand.shown(shelf, Optional.empty(), STORIES).stream()
                        .map(this::entry)
                        .toList());
    }

    private NewsFeed.Entry entry(Clipping clipping) {
        Story story = clipping.printed();
        String rights = clipping.terms().rights().stream()
                .map(line -> "<p><small>" + escaped(line) + "</small></p>")
                .collect(Collectors.joining());
        String credit =
                Stream.concat(story.byline().stream(), story.outlet().stream()).collect(Collectors.joining(", "));
        return new NewsFeed.Entry(
                page(clipping),
                story.title(),
                Optional.of(story.language().toLanguageTag()),
                Optional.of(credit).filter(it -> !it.isEmpty()),
                newsstand.shownSince(clipping.id()).orElse(story.publishedAt()),
                "<p lang=\"%s\">%s</p>".formatted(story.language().toLanguageTag(), escaped(story.summary())) + rights);
    }

    private String page(Clipping clipping) {
        return web + "/news/items/" + clipping.id();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
