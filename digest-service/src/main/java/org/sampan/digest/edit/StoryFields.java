package org.sampan.digest.edit;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.markdown.Markdown;

/** A story as fields that can be changed one by one, named as the contract names them. */
final class StoryFields {
    /** Markdown that is to be the whole text. */
    static final String TEXT = "text";

    static final Set<String> NAMES = Set.of(
            "title",
            "kind",
            "publishedAt",
            "byline",
            "outlet",
            "language",
            "country",
            "topics",
            "link",
            "summary",
            TEXT);

    /** The text as it is kept, cleaned; so nobody may type it. */
    private static final String HTML = "html";

    private static final Set<String> WEB = Set.of("http", "https");

    private StoryFields() {}

    /** @throws BadEdit when a value is unfit */
    static Story changed(Story old, Changes wanted) {
        return new Story(
                wanted.needed("title", Optional::of).orElse(old.title()),
                wanted.needed("kind", Kind::of).orElse(old.kind()),
                wanted.needed("publishedAt", StoryFields::instant).orElse(old.publishedAt()),
                wanted.optional("byline", Optional::of, old.byline()),
                wanted.optional("outlet", Optional::of, old.outlet()),
                wanted.needed("language", StoryFields::language).orElse(old.language()),
                wanted.optional("country", Country::of, old.country()),
                wanted.optional("topics", Topic::list, Optional.of(old.topics()))
                        .orElse(List.of()),
                wanted.optional("link", StoryFields::link, old.link()),
                html(old, wanted),
                wanted.optional("summary", Optional::of, Optional.of(old.summary()))
                        .orElse(""));
    }

    private static String html(Story old, Changes wanted) {
        Optional<String> kept = wanted.optional(HTML, Optional::of, Optional.of(old.html()));
        return wanted.optional(TEXT, text -> Optional.of(new Markdown(text).html()), kept)
                .orElse("");
    }

    /** What makes {@code after} of {@code before}, by field. */
    static Map<String, FieldChange> between(Story before, Story after) {
        Map<String, Optional<String>> old = values(before);
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        values(after).forEach((field, value) -> {
            Optional<String> was = old.getOrDefault(field, Optional.empty());
            if (!was.equals(value)) {
                changes.put(field, new FieldChange(was, value));
            }
        });
        return changes;
    }

    /** The story with these changes taken back; empty when one of the fields has moved on since. */
    static Optional<Story> takenBack(Story now, Map<String, FieldChange> changes) {
        Map<String, Optional<String>> values = values(now);
        List<Change> back = new ArrayList<>();
        for (Map.Entry<String, FieldChange> change : changes.entrySet()) {
            if (!change.getValue().after().equals(values.get(change.getKey()))) {
                return Optional.empty();
            }
            back.add(new Change(change.getKey(), change.getValue().before()));
        }
        return Optional.of(changed(now, Changes.back(back)));
    }

    /** In the order people read them. */
    private static Map<String, Optional<String>> values(Story story) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        values.put("title", Optional.of(story.title()));
        values.put("kind", Optional.of(story.kind().slug()));
        values.put("publishedAt", Optional.of(story.publishedAt().toString()));
        values.put("byline", story.byline());
        values.put("outlet", story.outlet());
        values.put("language", Optional.of(story.language().toLanguageTag()));
        values.put("country", story.country().map(Country::code));
        values.put("topics", text(story.topics().stream().map(Topic::slug).collect(Collectors.joining(","))));
        values.put("link", story.link().map(URI::toString));
        values.put("summary", text(story.summary()));
        values.put(HTML, text(story.html()));
        return values;
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    /** What a browser may follow; nothing else may be typed. */
    static Optional<URI> webLink(String text) {
        return link(text)
                .filter(it -> it.getHost() != null && it.getScheme() != null)
                .filter(it -> WEB.contains(it.getScheme().toLowerCase(Locale.ROOT)));
    }

    /** Whatever a source has given. */
    private static Optional<URI> link(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notAnInstant) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> language(String text) {
        return Optional.of(Locale.forLanguageTag(text))
                .filter(tag -> !tag.getLanguage().isEmpty());
    }
}
