package org.sampan.digest.collect;

import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sampan.digest.clipping.ClippingFiles;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.source.Source;
import org.springframework.stereotype.Component;

/**
 * Takes clippings out of a file: a table, or a WordPress export. Read as a stream; a bad item is passed over and reported; the
 * same file again changes nothing.
 */
@Component
public class ImportClippings {
    private final ItemReader items;
    private final Clippings clippings;
    private final ClippingFiles files;
    private final Clock clock;

    ImportClippings(ItemReader items, Clippings clippings, ClippingFiles files, Clock clock) {
        this.files = files;
        this.items = items;
        this.clippings = clippings;
        this.clock = clock;
    }

    /**
     * @param from names the file for provenance, such as {@code file:///clippings-2015.csv}
     * @throws UnreadableImport when it is no table of clippings
     */
    public Imported csv(InputStream table, URI from) throws UnreadableImport {
        Imported imported = new Imported();
        Source source = Source.elsewhere(from, "", Optional.empty());
        ClippingsCsv.read(table, (line, row) -> take(imported, line, () -> offer(ClippingsCsv.row(row), source)));
        return imported;
    }

    /** @throws UnreadableImport when it is no WordPress export */
    public Imported wordPress(InputStream export, URI from) throws UnreadableImport {
        Imported imported = new Imported();
        Source source = Source.elsewhere(from, "", Optional.empty());
        WordPressExport.read(export, (line, item) -> take(imported, line, () -> offer(item, source)));
        return imported;
    }

    /** The articles of one mail, with its files. */
    public Imported mail(byte[] mail, URI from) {
        Imported imported = new Imported();
        Source source = Source.elsewhere(from, "", Optional.empty());
        long number = 0;
        for (MailedArticle article : MailedArticle.in(mail)) {
            number++;
            Optional<String> name = Optional.of(from + "#" + number);
            take(imported, number, () -> offer(item(article, name), source));
            clippings.findItem(from, name.get()).ifPresent(id -> files.keep(id, article.files()));
        }
        return imported;
    }

    private static FeedItem item(MailedArticle article, Optional<String> name) {
        return new FeedItem(
                FeedReader.plain(article.title()),
                article.onlyLink().map(URI::toString),
                name,
                article.sentAt(),
                article.author().stream().toList(),
                Optional.empty(),
                List.of(),
                article.html(),
                "https://invalid.invalid/");
    }

    private void take(Imported imported, long line, Supplier<Offer> offer) {
        try {
            imported.count(clippings.take(offer.get()));
        } catch (IllegalArgumentException badItem) {
            imported.reject(line, String.valueOf(badItem.getMessage()));
        }
    }

    private Offer offer(FeedItem item, Source source) {
        if (item.identity().isEmpty()) {
            throw new IllegalArgumentException("it has neither title nor link");
        }
        return items.read(item, new Feed("", Optional.empty(), List.of()), source, now());
    }

    private Offer offer(ClippingsCsv.Row row, Source source) {
        Offer offer = offer(row.item(), source);
        Story story = offer.story();
        return new Offer(
                new Story(
                        story.title(),
                        row.kind().orElse(story.kind()),
                        story.publishedAt(),
                        story.byline(),
                        story.outlet(),
                        row.language().orElse(story.language()),
                        row.country().or(story::country),
                        story.topics(),
                        story.link(),
                        story.html(),
                        story.summary()),
                offer.origin(),
                offer.item());
    }

    private Instant now() {
        return clock.instant();
    }
}
