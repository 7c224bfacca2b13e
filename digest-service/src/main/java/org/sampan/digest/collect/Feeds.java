package org.sampan.digest.collect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Source;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Fetches a feed by whatever its address begins with. Safe for many threads. */
@Component
final class Feeds implements AutoCloseable {
    /** Larger feeds are refused: the reader keeps a whole feed in memory. */
    static final int LARGEST = 8 * 1024 * 1024;

    private static final String PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    private final HttpFeeds http;
    private final FileFeeds files;
    private final Robots robots;

    @Autowired
    Feeds(Settings settings, Clock clock) {
        this(
                new HttpFeeds(settings.collecting(), clock),
                new FileFeeds(settings),
                settings.collecting().agent());
    }

    Feeds(HttpFeeds http, FileFeeds files, String agent) {
        this.http = http;
        this.robots = new Robots(http, agent);
        this.files = files;
    }

    Fetched fetch(Source source) throws FeedProblem {
        String scheme = String.valueOf(source.url().getScheme()).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", "https" -> http.fetch(source);
            case "file" -> files.fetch(source);
            default -> throw new FeedProblem("cannot fetch '" + scheme + ":', only https:, http: and file:");
        };
    }

    /** A web page; only ever from the web, and only what its site lets programs fetch. */
    Fetched.Body page(URI url) throws FeedProblem {
        refuseClosed(url);
        return http.whole(url, PAGES);
    }

    /** What is known of a web page without loading it, under the same conditions. */
    PageAnswer look(URI url) throws FeedProblem {
        refuseClosed(url);
        return http.look(url, PAGES);
    }

    /** A page of a feed's archive, under the same conditions. */
    Fetched.Body archivePage(URI url) throws FeedProblem {
        refuseClosed(url);
        return http.whole(url, HttpFeeds.ACCEPTED);
    }

    /** How long its site wants to be left alone between two pages. */
    Duration delay(URI url) throws FeedProblem {
        refuseClosed(url);
        return robots.delay(url);
    }

    private void refuseClosed(URI url) throws FeedProblem {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new FeedProblem("cannot fetch '" + scheme + ":', only https: and http:");
        }
        robots.refuseForbidden(url);
    }

    static String sizeLimit() {
        return "larger than " + LARGEST / (1024 * 1024) + " MB";
    }

    @Override
    public void close() {
        http.close();
    }
}
