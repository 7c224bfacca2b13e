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
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;

/**
 * All that is published as files in a ZIP: pages without script, with links from file to file, and feeds. Written page by page, so that
 * an archive of any size fits; the same news gives the same bytes.
 */
@Component
public class StaticArchive {
    private static final LocalDateTime ALWAYS_THE_SAME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final Locale FRAME = Messages.FALLBACK;
    private static final int AT_ONCE = 100;
    private static final int ALL = 10_000;

    private final Newsstand newsstand;
    private final ArchivedPages pages;
    private final Shelves shelves;
    private final URI site;
    private final Path assets;

    StaticArchive(Newsstand newsstand, ArchivedPages pages, Shelves shelves, Settings settings) {
        this.newsstand = newsstand;
        this.pages = pages;
        this.shelves = shelves;
        this.site = settings.web().url();
        this.assets = settings.templates().resolve("pages").resolve("assets");
    }

    /** The controllers, as makers of pages. */
    @Component
    record Shelves(FrontPage front, NewsPages news, ItemPage items, ShelfPages shelves, NewsFeeds feeds) {}

    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        new Writing(zip).all();
        zip.finish();
    }

    /** One archive under way. */
    private final class Writing {
        private final ZipOutputStream zip;
        private final FeedWriter feeds = new FeedWriter(String.valueOf(site.getHost()));
        private final Set<Shelf> found = new LinkedHashSet<>();

        Writing(ZipOutputStream zip) {
            this.zip = zip;
        }

        void all() throws IOException {
            Model front = new ConcurrentModel();
            page("/news", shelves.front().news(front), front);
            feed(shelves.feeds().ofAllEditions());
            for (String series : series()) {
                series(series);
            }
            items();
            for (Shelf shelf : found) {
                shelf(shelf);
            }
            assets();
        }

        /** The declared ones, and those whose editions outlived their declaration. */
        private Set<String> series() {
            Set<String> all = new LinkedHashSet<>();
            newsstand.allSeries().forEach(series -> all.add(series.slug()));
            newsstand
                    .cards(Optional.empty(), ALL)
                    .forEach(card -> all.add(card.path().split("/")[2]));
            return all;
        }

        private void series(String series) throws IOException {
            Model model = new ConcurrentModel();
            page("/news/" + series, shelves.news().series(series, FRAME, model), model);
            for (EditionCard card : newsstand.cards(Optional.of(series), ALL)) {
                Model edition = new ConcurrentModel();
                page(
                        card.path(),
                        shelves.news().edition(new EditionId(series, card.number()), FRAME, edition),
                        edition);
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
                    Model item = new ConcurrentModel();
                    page(
                            "/news/items/" + clipping.id(),
                            shelves.items().item(clipping.id().value(), FRAME, item),
                            item);
                }
                after = Optional.of(some.get(some.size() - 1).id());
                some = newsstand.shown(after, AT_ONCE);
            }
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
                Model model = new ConcurrentModel();
                String template = shelves.shelves().shelf(path[2], path[3], after, FRAME, model);
                page(shelf.path() + after.map(last -> "?after=" + last).orElse(""), template, model);
                after = next(model);
            } while (after.isPresent());
            feed(shelves.feeds().ofShelf(shelf));
        }

        private static Optional<Long> next(Model model) {
            return model.getAttribute("next") instanceof Optional<?> next
                    ? next.map(last -> (Long) last)
                    : Optional.empty();
        }

        private void page(String address, String template, Model model) throws IOException {
            String file = ArchiveFile.of(address).orElseThrow();
            Map<String, ?> values = model.asMap();
            String html = pages.render(template, values, address.replaceAll("\\?.*", ""), FRAME);
            put(file, ArchiveFile.withLinks(html, file, site).getBytes(StandardCharsets.UTF_8));
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

        private void put(String name, byte[] bytes) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ALWAYS_THE_SAME);
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
    }
}
