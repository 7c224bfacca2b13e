package org.sampan.digest.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells search engines what is published (sitemaps.org), and where that is told. */
@Controller
final class Sitemap {
    /** The protocol allows 50,000 addresses a file. */
    private static final int STORIES = 45_000;

    private static final int EDITIONS = 4_000;
    private static final Duration FRESH = Duration.ofHours(6);

    private final Newsstand newsstand;
    private final URI web;

    Sitemap(Newsstand newsstand, Settings settings) {
        this.newsstand = newsstand;
        this.web = settings.web().url();
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap() {
        Stream<String> editions = newsstand.cards(Optional.empty(), EDITIONS).stream()
                .map(card -> url(card.path(), card.datedAt().toString()));
        Stream<String> series = newsstand.openSeries().stream().map(one -> url(one.path(), ""));
        Stream<String> stories = newsstand.latestShown(STORIES).entrySet().stream()
                .map(story ->
                        url("/news/items/" + story.getKey(), story.getValue().toString()));
        String xml = Stream.of(Stream.of(url("/", "")), series, editions, stories)
                .flatMap(all -> all)
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                        "\n</urlset>\n"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Addresses of ours are made of small letters, digits and hyphens: nothing in them is to be escaped. */
    private String url(String path, String changed) {
        return "<url><loc>" + web + path + "</loc>" + (changed.isEmpty() ? "" : "<lastmod>" + changed + "</lastmod>")
                + "</url>";
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body("User-agent: *\nDisallow: /account\nDisallow: /desk\nSitemap: " + web + "/sitemap.xml\n");
    }
}
