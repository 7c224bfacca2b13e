package org.sampan.digest.portal;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.KeptCopy;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.clipping.Takedowns;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.page.Gone;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.ReaderFormats;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One published story for good, and all that is known of where it comes from. */
@Controller
final class ItemPage {
    private final Newsstand newsstand;
    private final Clippings clippings;
    private final SavedCopies copies;
    private final Takedowns takedowns;
    private final Spelling spelling;
    private final ZoneId zone;

    ItemPage(
            Newsstand newsstand,
            Clippings clippings,
            SavedCopies copies,
            Takedowns takedowns,
            Spelling spelling,
            Settings settings) {
        this.newsstand = newsstand;
        this.clippings = clippings;
        this.copies = copies;
        this.takedowns = takedowns;
        this.spelling = spelling;
        this.zone = settings.web().timezone();
    }

    @GetMapping("/news/items/{id:[0-9]{1,15}}")
    String item(@PathVariable long id, Locale language, Model page) {
        Clipping clipping = newsstand.story(new ClippingId(id)).orElseThrow(() -> missing(new ClippingId(id)));
        ReaderFormats formats = new ReaderFormats(spelling, language, zone);
        page.addAttribute("formats", formats);
        Optional<WatchedLink> gone =
                Optional.ofNullable(newsstand.gone(List.of(clipping.id())).get(clipping.id()));
        page.addAttribute("story", StoryView.of(clipping, formats, gone));
        page.addAttribute("path", "/news/items/" + id);
        page.addAttribute("kind", clipping.story().kind().slug());
        page.addAttribute(
                "countryCode",
                clipping.story().country().map(country -> country.code().toLowerCase(Locale.ROOT)));
        page.addAttribute("topics", clipping.story().topics());
        page.addAttribute(
                "origins",
                clipping.origins().stream()
                        .map(origin -> OriginView.of(origin, gone.map(WatchedLink::url)))
                        .toList());
        page.addAttribute("versions", versions(clipping, formats, language));
        page.addAttribute("editions", newsstand.editionsWith(clipping.id()));
        page.addAttribute(
                "copies", copies.of(clipping.id()).stream().map(CopyView::of).toList());
        return "item";
    }

    private RuntimeException missing(ClippingId id) {
        return takedowns.wasShown(id) ? new Gone() : new NotHere();
    }

    private List<VersionView> versions(Clipping clipping, ReaderFormats formats, Locale reader) {
        return clippings.versions(clipping.id()).stream()
                .filter(other -> newsstand.shownSince(other.id()).isPresent())
                .map(other -> new VersionView(
                        "/news/items/" + other.id(),
                        other.story().title(),
                        other.story().language().toLanguageTag(),
                        new Shelf.InLanguage(other.story().language())
                                .name(reader, formats)
                                .orElse("")))
                .toList();
    }

    /** A place the story was met: the site of its feed, and the address it had there. */
    public record OriginView(String source, Optional<String> link, Instant seenAt) {
        /** @param gone an address that leads nowhere */
        static OriginView of(Origin origin, Optional<URI> gone) {
            String source = Optional.ofNullable(origin.source().getHost()).orElse("");
            return new OriginView(
                    source,
                    origin.link()
                            .filter(it -> !gone.equals(Optional.of(it)))
                            .map(Object::toString)
                            .filter(it -> it.startsWith("http")),
                    origin.seenAt());
        }
    }

    /** The same document in another language. */
    public record VersionView(String path, String title, String language, String languageName) {}

    /** What shows that a page said so once. */
    public record CopyView(String url, Instant fetchedAt, String sha256) {
        static CopyView of(KeptCopy copy) {
            return new CopyView(copy.url().toString(), copy.fetchedAt(), copy.sha256());
        }
    }
}
