package org.sampan.digest.collect;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed, versions 1 and 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedReader {
    private static final String VERSION = "https://jsonfeed.org/version/";

    /** A tree of so many is some dozen megabytes; one of two-letter nothings would be hundreds. */
    private static final long MOST_TOKENS = 500_000;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .build();

    Feed read(byte[] bytes, String address) throws FeedProblem {
        try {
            JsonNode feed = json.readTree(bytes);
            if (!text(feed, "version")
                    .filter(version -> version.startsWith(VERSION))
                    .isPresent()) {
                throw new FeedProblem("is JSON, but no JSON Feed: its version does not begin with " + VERSION);
            }
            String base = text(feed, "home_page_url").orElse(address);
            return new Feed(
                    text(feed, "title").map(FeedReader::plain).orElse(""),
                    text(feed, "language")
                            .map(Locale::forLanguageTag)
                            .filter(tag -> !tag.getLanguage().isEmpty()),
                    OwnNames.in(feed.path("items")
                            .valueStream()
                            .limit(FeedReader.MOST_ITEMS)
                            .map(item -> item(item, feed, base))
                            .filter(item -> !item.identity().isEmpty())
                            .toList()),
                    text(feed, "next_url").flatMap(next -> CanonicalLink.of(next, address)));
        } catch (JacksonException unreadable) {
            throw new FeedProblem("is no JSON that can be read: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private static FeedItem item(JsonNode item, JsonNode feed, String base) {
        Optional<String> link = text(item, "url").or(() -> text(item, "external_url"));
        return new FeedItem(
                text(item, "title").map(FeedReader::plain).orElse(""),
                link,
                text(item, "id"),
                text(item, "date_published")
                        .or(() -> text(item, "date_modified"))
                        .flatMap(JsonFeedReader::instant),
                authors(item, feed),
                Optional.empty(),
                item.path("tags")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .map(String::strip)
                        .toList(),
                text(item, "content_html")
                        .or(() -> text(item, "content_text").map(Entities::escape))
                        .or(() -> text(item, "summary").map(Entities::escape))
                        .orElse(""),
                link.orElse(base));
    }

    /** Version 1 has one author, version 1.1 several; an item without any has the feed's. */
    private static List<String> authors(JsonNode item, JsonNode feed) {
        return Stream.of(item, feed)
                .map(holder -> Stream.concat(holder.path("authors").valueStream(), Stream.of(holder.path("author")))
                        .flatMap(author -> text(author, "name").stream())
                        .map(FeedReader::plain)
                        .distinct()
                        .toList())
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode holder, String field) {
        return Optional.of(holder.path(field))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
