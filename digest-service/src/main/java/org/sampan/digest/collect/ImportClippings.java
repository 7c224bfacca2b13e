package org.sampan.digest.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sampan.digest.clipping.ClippingFiles;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.clipping.SavedCopy;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Validators;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Takes clippings out of a file: a table, a WordPress export, a feed, a saved page or a mail. Tables and exports are read as
 * streams; a bad item is passed over and reported; the same file again changes nothing.
 */
@Component
public class ImportClippings {
    /** Larger mails no mail server hands on. */
    private static final int LARGEST_MAIL = 32 * 1024 * 1024;

    /** An export names itself in its first element. */
    private static final int HEAD = 8 * 1024;

    private static final String EXPORT = "wordpress.org/export/";

    private final ItemReader items;
    private final Clippings clippings;
    private final ClippingFiles files;
    private final SavedCopies copies;
    private final Clock clock;

    ImportClippings(ItemReader items, Clippings clippings, ClippingFiles files, SavedCopies copies, Clock clock) {
        this.files = files;
        this.items = items;
        this.clippings = clippings;
        this.copies = copies;
        this.clock = clock;
    }

    /**
     * A file of the kind its name says: {@code .csv}, {@code .xml}, {@code .eml} or {@code .html}.
     *
     * @throws UnreadableImport when it is of none of them, or is not what its name says
     */
    public Imported file(String name, InputStream in, URI from) throws UnreadableImport, IOException {
        String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "csv" -> csv(in, from);
            case "eml" -> mail(whole(in, LARGEST_MAIL), from);
            case "html", "htm" -> page(whole(in, Feeds.LARGEST), from);
            case "xml", "wxr", "rss", "atom", "json" -> xml(new BufferedInputStream(in, HEAD), from);
            default ->
                throw new UnreadableImport("is of a kind that is not known here; known are .csv (a table), .xml (a"
                        + " WordPress export, a feed), .eml (a mail) and .html (a saved page)");
        };
    }

    private static byte[] whole(InputStream in, int largest) throws UnreadableImport, IOException {
        byte[] bytes = in.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new UnreadableImport("larger than " + largest / (1024 * 1024) + " MB");
        }
        return bytes;
    }

    private Imported xml(BufferedInputStream in, URI from) throws UnreadableImport, IOException {
        in.mark(HEAD);
        String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        in.reset();
        return head.contains(EXPORT) ? wordPress(in, from) : feed(whole(in, Feeds.LARGEST), from);
    }

    private Imported feed(byte[] bytes, URI from) throws UnreadableImport {
        try {
            Fetched.Body body = new Fetched.Body(bytes, Optional.empty(), Validators.NONE);
            Feed feed = new FeedReader().read(body, from.toString());
            Source source = Source.elsewhere(from, feed.title(), Optional.empty());
            Imported imported = new Imported();
            long number = 0;
            for (FeedItem item : feed.items()) {
                number++;
                take(imported, number, () -> items.read(item, feed, source, now()));
            }
            return imported;
        } catch (FeedProblem problem) {
            throw new UnreadableImport(String.valueOf(problem.getMessage()), problem);
        }
    }

    /** A page as a browser saved it, kept whole beside its clipping. */
    private Imported page(byte[] bytes, URI from) throws UnreadableImport {
        try {
            SavedPage saved = SavedPage.read(bytes, from);
            Source source = Source.elsewhere(from, saved.page().site(), Optional.of(Kind.NEWS_CLIPPING));
            Feed feed = new Feed("", saved.page().language(), List.of());
            FeedItem item = saved.item();
            Imported imported = new Imported();
            take(imported, 1, () -> items.read(item, feed, source, now()));
            clippings
                    .findItem(from, item.identity())
                    .ifPresent(id -> copies.keep(id, SavedCopy.of(saved.address(), now(), "text/html", bytes)));
            return imported;
        } catch (FeedProblem problem) {
            throw new UnreadableImport(String.valueOf(problem.getMessage()), problem);
        }
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
        // Not by the file's name: every mail program saves them as message.eml.
        String digest = "md5:" + DigestUtils.md5DigestAsHex(mail);
        long number = 0;
        for (MailedArticle article : MailedArticle.in(mail)) {
            number++;
            Optional<String> name = Optional.of(digest + "#" + number);
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
