package org.sampan.digest.render;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.markdown.Excerpt;
import org.sampan.digest.markdown.PlainText;

/**
 * A clipping as an edition prints it: the same for readers of every language, but for its credit and where to read on.
 * Immutable.
 */
final class PrintedItem {
    private static final String INDENT = "  ";

    private final Story story;
    private final PlainText plainText;
    private final String titleText;
    private final Map<String, Object> words;
    private final String who;
    private final String rights;
    private final Optional<String> host;

    /** @param shown the version in the reader's language, when there is one */
    PrintedItem(Clipping shown, OwnWords own, Optional<Excerpt> excerpt, PlainText plainText) {
        this.story = shown.printed();
        this.rights = shown.terms().rights().stream().map(Directions::isolated).collect(Collectors.joining(" · "));
        this.plainText = plainText;
        String title = own.title().isEmpty() ? story.title() : own.title();
        this.titleText = Directions.isolated(title);
        this.words = words(title, own.text().isEmpty() ? summary(excerpt) : own.text());
        this.who = Stream.of(story.byline(), outlet())
                .flatMap(Optional::stream)
                .map(Directions::isolated)
                .collect(Collectors.joining(", "));
        this.host = link().map(URI::getHost).map(PrintedItem::shortened);
    }

    /** What the desk has shortened by hand stays as it is; this is all others. */
    private String summary(Optional<Excerpt> excerpt) {
        return excerpt.map(it -> it.of(story.summary(), story.language())).orElse(story.summary());
    }

    private Map<String, Object> words(String title, String summary) {
        String summaryText = Directions.isolated(summary);
        return Map.of(
                "title", Directions.tamed(title),
                "titleText", titleText,
                "titleLines", lines("* " + titleText),
                "summary", Directions.tamed(summary),
                "summaryText", summaryText,
                "summaryLines", lines(INDENT + summaryText),
                "bothWays", Directions.runsBothWays(title) || Directions.runsBothWays(summary),
                "link", link().map(URI::toString).orElse(""),
                "language", story.language().toLanguageTag(),
                "typeface", Typeface.of(story.language()).model());
    }

    private String lines(String text) {
        return plainText.wrap(text, INDENT, story.language());
    }

    String titleText() {
        return titleText;
    }

    private Optional<URI> link() {
        return story.link()
                .filter(link ->
                        "https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme()));
    }

    /** Who is not named as an outlet is named by address. */
    private Optional<String> outlet() {
        return story.outlet().or(() -> story.link().map(URI::getHost).map(PrintedItem::shortened));
    }

    private static String shortened(String host) {
        return host.replaceFirst("^www\\.", "");
    }

    /**
     * As templates name it: {@code title titleText titleLines summary summaryText summaryLines bothWays link readOn credit rights
     * language typeface}; {@code …Text} goes into plain text, {@code …Lines} is broken into lines already.
     */
    Map<String, Object> model(Phrases phrases) {
        Map<String, Object> model = new HashMap<>(words);
        model.put("readOn", host.map(phrases::readOn).orElse(""));
        model.put("credit", credit(phrases));
        model.put("rights", rights);
        return model;
    }

    /** Who, where, when, about which country, in which other language than the reader's: what of it is known. */
    private String credit(Phrases phrases) {
        return Stream.of(
                        who,
                        phrases.day(story.publishedAt()),
                        story.country().map(phrases::country).orElse(""),
                        phrases.foreign(story.language()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
