package org.sampan.digest.render;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.markdown.Excerpt;

/** A clipping as readers of one language get it. */
final class PrintedItem {
    private final Clipping shown;
    private final OwnWords own;
    private final Phrases phrases;
    private final Optional<Excerpt> excerpt;

    /** @param shown the version in the reader's language, when there is one */
    PrintedItem(Clipping shown, OwnWords own, Phrases phrases, Optional<Excerpt> excerpt) {
        this.shown = shown;
        this.own = own;
        this.phrases = phrases;
        this.excerpt = excerpt;
    }

    Map<String, Object> model() {
        Story story = shown.story();
        Map<String, Object> item = new HashMap<>();
        String title = title();
        String summary = summary();
        item.put("title", Directions.tamed(title));
        item.put("titleText", Directions.isolated(title));
        item.put("summary", Directions.tamed(summary));
        item.put("summaryText", Directions.isolated(summary));
        item.put("bothWays", Directions.runsBothWays(title) || Directions.runsBothWays(summary));
        item.put("link", link().map(URI::toString).orElse(""));
        item.put("readOn", link().map(this::readOn).orElse(""));
        item.put("credit", credit());
        item.put("language", story.language().toLanguageTag());
        item.put("typeface", Typeface.of(story.language()).model());
        return item;
    }

    String title() {
        return own.title().isEmpty() ? shown.story().title() : own.title();
    }

    /** What the desk has shortened by hand stays as it is. */
    String summary() {
        if (!own.text().isEmpty()) {
            return own.text();
        }
        String summary = shown.story().summary();
        Locale language = shown.story().language();
        return excerpt.map(it -> it.of(summary, language)).orElse(summary);
    }

    private Optional<URI> link() {
        return shown.story()
                .link()
                .filter(link ->
                        "https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme()));
    }

    private String readOn(URI link) {
        return Optional.ofNullable(link.getHost())
                .map(PrintedItem::shortened)
                .map(phrases::readOn)
                .orElse("");
    }

    private static String shortened(String host) {
        return host.replaceFirst("^www\\.", "");
    }

    /** Who, where, when, about which country, in which other language than the reader's: what of it is known. */
    private String credit() {
        Story story = shown.story();
        return Stream.of(
                        Stream.of(story.byline(), outlet())
                                .flatMap(Optional::stream)
                                .map(Directions::isolated)
                                .collect(Collectors.joining(", ")),
                        phrases.day(story.publishedAt()),
                        story.country().map(phrases::country).orElse(""),
                        phrases.foreign(story.language()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Who is not named as an outlet is named by address. */
    private Optional<String> outlet() {
        Story story = shown.story();
        return story.outlet().or(() -> story.link().map(URI::getHost).map(PrintedItem::shortened));
    }
}
