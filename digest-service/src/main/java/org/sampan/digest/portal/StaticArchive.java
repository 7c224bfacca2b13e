package org.sampan.digest.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.page.ArchivedPages;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.PageLanguage;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;

/**
 * All that is published as files in a ZIP: pages without script, each in its languages, with links from file to
 * file, and feeds. Written page by page, so that
 * an archive of any size fits; the same news gives the same bytes.
 */
@Component
public class StaticArchive {
    private static final LocalDateTime ALWAYS_THE_SAME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final int AT_ONCE = 100;
    private static final int ALL = 10_000;

    private final Newsstand newsstand;
    private final ArchivedPages pages;
    private final Shelves shelves;
    private final List<String> languages;
    private final URI site;
    private final Path assets;

    StaticArchive(Newsstand newsstand, ArchivedPages pages, Shelves shelves, Messages messages, Settings settings) {
        this.newsstand = newsstand;
        this.pages = pages;
        this.shelves = shelves;
        this.site = settings.web().url();
        this.languages = messages.languages().stream().map(PageLanguage::tag).toList();
        this.assets = settings.templates().resolve("pages").resolve("assets");
    }

    /** The controllers, as makers of pages. */
    @Component
    record Shelves(
            FrontPage front,
            NewsPages news,
            ItemPage items,
            ShelfPages shelves,
            NewsFeeds feeds,
            StatementShelf statements) {}

    /** @throws org.sampan.digest.mailserver.MailServerUnavailable when nobody says which statements are public; nothing is written then */
    public void write(OutputStream out) throws IOException {
        shelves.statements().check();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        new Writing(zip).all();
        zip.finish();
    }

    /** Fills a page's model in a language; answers its template. */
    private interface Filling {
        String fill(Locale language, Model model);
    }

    /** One archive under way. */
    private final class Writing implements StatementShelf.Sheets {
        private final ArchivedStatements statements = new ArchivedStatements();
        private final ArchiveFiles files =
                new ArchiveFiles(languages, series -> newsstand.series(series).languages(), site, statements);
        private final ZipOutputStream zip;
        private final FeedWriter feeds = new FeedWriter(String.valueOf(site.getHost()));
        private final Set<Shelf> found = new LinkedHashSet<>();

        Writing(ZipOutputStream zip) {
            this.zip = zip;
        }

        void all() throws IOException {
            pages("/news", (language, front) -> shelves.front().news(front));
            feed(shelves.feeds().ofAllEditions());
            for (String series : series()) {
                series(series);
            }
            items();
            shelves.statements().write(this, statements);
            for (Shelf shelf : found) {
                shelf(shelf);
            }
            assets();
        }

        /** The declared ones, and those whose editions outlived their declaration. */
        private Set<String> series() {
            Set<String> all = new LinkedHashSet<>();
            newsstand.openSeries().forEach(series -> all.add(series.slug()));
            newsstand
                    .cards(Optional.empty(), ALL)
                    .forEach(card -> all.add(card.path().split("/")[2]));
            return all;
        }

        private void series(String series) throws IOException {
            pages("/news/" + series, (language, model) -> shelves.news().series(series, language, model));
            for (EditionCard card : newsstand.cards(Optional.of(series), ALL)) {
                EditionId id = new EditionId(series, card.number());
                pages(card.path(), (language, model) -> shelves.news().edition(id, language, model));
            }
            Optional<NewsFeed> feed = shelves.feeds().ofSeries(series);
            if (feed.isPresent()) {
                feed(feed.get());
            }
        }

        private void items() throws IOException {
            Optional<ClippingId> after = Optional.empty();
            List<Clipping> some = newsstand.shown(after, AT_ONCE);
            while (!some.isEmpty()) {
                for (Clipping clipping : some) {
                    note(clipping.story());
                    page(
                            "/news/items/" + clipping.id(),
                            frame(clipping.story()),
                            (language, item) ->
                                    shelves.items().item(clipping.id().value(), language, item));
                }
                after = Optional.of(some.get(some.size() - 1).id());
                some = newsstand.shown(after, AT_ONCE);
            }
        }

        /** What the site says around a story, in the story's language if it can. */
        private Locale frame(Story story) {
            return languages.contains(story.language().getLanguage())
                    ? Locale.forLanguageTag(story.language().getLanguage())
                    : Messages.FALLBACK;
        }

        private void note(Story story) {
            found.add(new Shelf.OfKind(story.kind()));
            found.add(
                    new Shelf.InLanguage(Locale.forLanguageTag(story.language().getLanguage())));
            story.country().map(Shelf.OfCountry::new).ifPresent(found::add);
            story.topics().stream().map(Shelf.OfTopic::new).forEach(found::add);
        }

        private void shelf(Shelf shelf) throws IOException {
            String[] path = shelf.path().split("/");
            Optional<Long> after = Optional.empty();
            do {
                Optional<Long> last = after;
                Model model = pages(
                        shelf.path() + last.map(it -> "?after=" + it).orElse(""),
                        (language, page) -> shelves.shelves().shelf(path[2], path[3], last, language, page));
                after = next(model);
            } while (after.isPresent());
            feed(shelves.feeds().ofShelf(shelf));
        }

        private static Optional<Long> next(Model model) {
            return model.getAttribute("next") instanceof Optional<?> next
                    ? next.map(last -> (Long) last)
                    : Optional.empty();
        }

        /** In each language it is to be had in; answers what the last one said. */
        private Model pages(String address, Filling filling) throws IOException {
            Model model = new ConcurrentModel();
            for (String tag : files.languages(address.replaceAll("\\?.*", ""))) {
                model = page(address, Locale.forLanguageTag(tag), filling);
            }
            return model;
        }

        private Model page(String address, Locale language, Filling filling) throws IOException {
            Model model = new ConcurrentModel();
            String template = filling.fill(language, model);
            sheet(address, language, template, model.asMap());
            return model;
        }

        @Override
        public void sheet(String address, Locale language, String template, Map<String, ?> model) throws IOException {
            String file = files.file(address, language.toLanguageTag()).orElseThrow();
            List<String> choice = files.languages(address.replaceAll("\\?.*", ""));
            String html = pages.render(template, model, address, language, choice);
            put(file, files.withLinks(html, file, language.toLanguageTag()).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<String> languages() {
            return languages;
        }

        private void feed(NewsFeed feed) throws IOException {
            for (FeedForm form : FeedForm.values()) {
                put(feed.address(form).substring(site.toString().length() + 1), feeds.write(feed, form));
            }
        }

        private void assets() throws IOException {
            try (Stream<Path> files = Files.list(assets)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    put("assets/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }

        @Override
        public void put(String name, byte[] bytes) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ALWAYS_THE_SAME);
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
    }
}
