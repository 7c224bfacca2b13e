package org.sampan.digest.collect;

import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS, Atom and JSON Feed. Document type definitions are refused, and with them entities from outside and entity bombs. An
 * item without GUID, link and title is passed over: nobody could tell it from another.
 */
final class FeedReader {
    /** More items than this is an archive, not a feed. */
    static final int MOST_ITEMS = 2_000;
    /** Nobody's title or name is so long, with all its mark-up. */
    private static final int LONGEST_LINE = 10_000;

    private final JsonFeedReader jsonFeeds = new JsonFeedReader();

    Feed read(Fetched.Body body, String address) throws FeedProblem {
        if (isJson(body.bytes())) {
            return jsonFeeds.read(body.bytes(), address);
        }
        try {
            BoundedFeedInput input = new BoundedFeedInput();
            SyndFeed feed = new SyndFeedImpl(input.build(new StringReader(FeedText.of(body, address))), true);
            return new Feed(
                    plain(feed.getTitle()),
                    text(feed.getLanguage())
                            .map(FeedReader::language)
                            .filter(tag -> !tag.getLanguage().isEmpty()),
                    OwnNames.in(feed.getEntries().stream()
                            .map(entry -> item(entry, feed, address))
                            .filter(item -> !item.identity().isEmpty())
                            .toList()),
                    older(input.links(), address));
        } catch (FeedException | RuntimeException unreadable) {
            throw new FeedProblem("is no feed that can be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Optional<URI> older(Map<String, String> links, String address) {
        return Stream.of("prev-archive", "next")
                .map(links::get)
                .filter(Objects::nonNull)
                .flatMap(href -> CanonicalLink.of(href, address).stream())
                .findFirst();
    }

    /** Servers say all manner of content types; the first letter does not lie. */
    private static boolean isJson(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .stripLeading()
                .startsWith("{");
    }

    private static FeedItem item(SyndEntry entry, SyndFeed feed, String address) {
        Optional<String> link = text(entry.getLink());
        return new FeedItem(
                plain(entry.getTitle()),
                link,
                text(entry.getUri()),
                Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                        .filter(Objects::nonNull)
                        .map(Date::toInstant)
                        .findFirst(),
                authors(entry),
                outlet(entry),
                entry.getCategories().stream()
                        .map(SyndCategory::getName)
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .toList(),
                fullest(entry),
                link.or(() -> text(feed.getLink())).orElse(address));
    }

    private static List<String> authors(SyndEntry entry) {
        return Stream.concat(entry.getAuthors().stream().map(SyndPerson::getName), Stream.ofNullable(entry.getAuthor()))
                .filter(Objects::nonNull)
                .map(FeedReader::plain)
                .filter(author -> !author.isEmpty())
                .distinct()
                .toList();
    }

    /** Rome keeps Atom's {@code source} as a feed, and RSS's only in the item as it came over the wire. */
    private static Optional<String> outlet(SyndEntry entry) {
        Optional<String> atom =
                Optional.ofNullable(entry.getSource()).map(SyndFeed::getTitle).flatMap(FeedReader::text);
        return atom.or(() -> entry.getWireEntry() instanceof Item item && item.getSource() != null
                        ? text(item.getSource().getValue())
                        : Optional.empty())
                .map(FeedReader::plain);
    }

    private static String fullest(SyndEntry entry) {
        return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(FeedReader::html)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String html(SyndContent content) {
        String value = Optional.ofNullable(content.getValue()).orElse("");
        return "text/plain".equals(content.getType()) || "text".equals(content.getType())
                ? Entities.escape(value)
                : value;
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Titles come with mark-up and entities in them, whatever the specifications say. */
    static String plain(@Nullable String value) {
        return value == null
                ? ""
                : Jsoup.parseBodyFragment(value.substring(0, Math.min(value.length(), LONGEST_LINE)))
                        .text()
                        .strip();
    }

    private static Locale language(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-'));
    }
}
