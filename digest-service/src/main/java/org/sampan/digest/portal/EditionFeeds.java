package org.sampan.digest.portal;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/** Atom feeds (RFC 4287) of published editions: one per series, one of all. */
@Controller
final class EditionFeeds {
    private static final int NEWEST = 20;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Newsstand newsstand;
    private final URI web;
    private final String domain;

    EditionFeeds(Newsstand newsstand, Settings settings) {
        this.newsstand = newsstand;
        this.web = settings.web().url();
        this.domain = settings.domain();
    }

    @GetMapping("/news/feed.atom")
    ResponseEntity<byte[]> all() throws FeedException {
        return answer(feed(domain, "/", "/news/feed.atom", Optional.empty()));
    }

    @GetMapping("/news/{series}/feed.atom")
    ResponseEntity<byte[]> ofSeries(@PathVariable String series) throws FeedException {
        SeriesLink link = newsstand.series(series);
        SyndFeed feed = feed(link.name(), link.path(), link.path() + "/feed.atom", Optional.of(series));
        if (feed.getEntries().isEmpty() && !newsstand.declares(series)) {
            throw new NotHere();
        }
        feed.setLanguage(link.language());
        return answer(feed);
    }

    private SyndFeed feed(String title, String page, String self, Optional<String> series) {
        List<Edition> editions = newsstand.editions(series, NEWEST);
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle(title);
        feed.setUri(web + self);
        feed.setLinks(List.of(
                link("self", self, ATOM.getType() + "/" + ATOM.getSubtype()), link("alternate", page, "text/html")));
        feed.setAuthor(domain);
        feed.setPublishedDate(
                editions.stream().map(EditionFeeds::updated).findFirst().orElse(Date.from(Instant.EPOCH)));
        feed.setEntries(editions.stream().map(this::entry).toList());
        return feed;
    }

    private SyndEntry entry(Edition edition) {
        SeriesLink series = newsstand.series(edition.id().series());
        String page = web + series.path() + "/" + edition.id().number();
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(page);
        entry.setLink(page);
        entry.setTitle(edition.title());
        entry.setPublishedDate(updated(edition));
        entry.setUpdatedDate(updated(edition));
        entry.setContents(List.of(contents(edition, page)));
        return entry;
    }

    /** The titles, each leading to its story. */
    private static SyndContent contents(Edition edition, String page) {
        SyndContent contents = new SyndContentImpl();
        contents.setType("html");
        contents.setValue(edition.sections().stream()
                .flatMap(section -> section.clippings().stream())
                .map(clipping -> "<li lang=\"%s\"><a href=\"%s#story-%s\">%s</a></li>"
                        .formatted(
                                clipping.story().language().toLanguageTag(),
                                HtmlUtils.htmlEscape(page),
                                clipping.id(),
                                HtmlUtils.htmlEscape(clipping.story().title(), StandardCharsets.UTF_8.name())))
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>")));
        return contents;
    }

    private SyndLink link(String relation, String path, String type) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(web + path);
        link.setType(type);
        return link;
    }

    private static Date updated(Edition edition) {
        return Date.from(edition.publishedAt().orElse(edition.datedAt()));
    }

    private static ResponseEntity<byte[]> answer(SyndFeed feed) throws FeedException {
        byte[] xml = new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .eTag("\"" + DigestUtils.md5DigestAsHex(xml) + "\"")
                .body(xml);
    }
}
