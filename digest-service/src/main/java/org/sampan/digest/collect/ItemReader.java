package org.sampan.digest.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns a feed's item into the story it tells: cleaned, credited, dated, and judged by kind, language and country. */
@Component
final class ItemReader {
    private static final Logger LOGGER = LoggerFactory.getLogger(ItemReader.class);

    /** A printed date this near to the feed's own says the same; the feed's has the hour. */
    private static final long SAME_DAYS = 1;
    /** Fields that nobody has filled say the year 1, 1900, or that a computer's clock begins: 1970 or 1980. */
    private static final Instant EMPTY_FIELD = Instant.parse("1980-01-02T00:00:00Z");

    private final KindRules kinds;
    private final CountryWords countries;
    private final TopicWords topics;
    private final Zawgyi zawgyi = new Zawgyi();

    ItemReader(KindRules kinds, CountryWords countries, TopicWords topics) {
        this.kinds = kinds;
        this.countries = countries;
        this.topics = topics;
    }

    Offer read(FeedItem told, Feed feed, Source source, Instant now) {
        FeedItem cleaned = told.withHtml(cleaned(told, source));
        Optional<String> original = zawgyi.in(cleaned);
        FeedItem item = original.isPresent() ? zawgyi.unicode(cleaned) : cleaned;
        Story story = story(item, feed, source, now);
        return new Offer(story, new Origin(source.url(), story.link(), item.guid(), now, original), told.identity());
    }

    /** An item whose text is too much stays without it. */
    private static String cleaned(FeedItem told, Source source) {
        if (CleanHtml.isTooMuch(told.html())) {
            LOGGER.warn("event=text-left-out source={} reason=\"longer than any article\"", source.url());
            return "";
        }
        return CleanHtml.of(told.html(), told.base());
    }

    private Story story(FeedItem item, Feed feed, Source source, Instant now) {
        List<String> paragraphs = CleanHtml.paragraphs(item.html());
        String text = String.join("\n", paragraphs);
        Credits credits = Credits.of(item, paragraphs);
        Locale language = LanguageOf.text(item.title() + "\n" + text, feed.language());
        return new Story(
                title(item, paragraphs),
                kind(item, paragraphs, credits, feed, source),
                publishedAt(item, credits, paragraphs, now),
                credits.byline(),
                credits.outlet(),
                language,
                countries.about(item.title(), text),
                topics.about(item.title(), text),
                item.link().flatMap(address -> CanonicalLink.of(address, item.base())),
                item.html(),
                Summary.of(item.title(), paragraphs, language));
    }

    private static String title(FeedItem item, List<String> paragraphs) {
        String title = item.title().isEmpty() && !paragraphs.isEmpty() ? paragraphs.get(0) : item.title();
        return Summary.cut(title.isEmpty() ? item.identity() : title, Locale.ROOT);
    }

    private Kind kind(FeedItem item, List<String> paragraphs, Credits credits, Feed feed, Source source) {
        boolean credited = credits.outlet()
                .filter(outlet -> !outlet.equalsIgnoreCase(feed.title()))
                .isPresent();
        return kinds.judge(new KindRule.Evidence(item.categories(), item.title(), paragraphs, credited), source);
    }

    private static Instant publishedAt(FeedItem item, Credits credits, List<String> paragraphs, Instant now) {
        Optional<LocalDate> printed = credits.publishedOn()
                .or(() -> item.publishedAt().filter(EMPTY_FIELD::isBefore).isPresent()
                        ? Optional.empty()
                        : paragraphs.stream().findFirst().flatMap(PrintedDate::alone));
        Optional<Instant> believed = item.publishedAt().filter(at -> at.isBefore(now) && at.isAfter(EMPTY_FIELD));
        Instant told = believed.orElse(now);
        return printed.filter(day -> differs(day, told) || believed.isEmpty())
                .map(PrintedDate::noon)
                .filter(at -> at.isBefore(now.plus(1, ChronoUnit.DAYS)))
                .orElse(told);
    }

    private static boolean differs(LocalDate day, Instant told) {
        return Math.abs(ChronoUnit.DAYS.between(
                        day, told.atOffset(ZoneOffset.UTC).toLocalDate()))
                > SAME_DAYS;
    }
}
