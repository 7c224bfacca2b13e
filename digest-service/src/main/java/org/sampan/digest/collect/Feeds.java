package org.sampan.digest.collect;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Validators;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Fetches a feed by whatever its address begins with. Safe for many threads. */
@Component
final class Feeds implements AutoCloseable {
    /** Larger feeds are refused: the reader keeps a whole feed in memory. */
    static final int LARGEST = 8 * 1024 * 1024;

    private final HttpFeeds http;
    private final FileFeeds files;

    @Autowired
    Feeds(Settings settings, Clock clock) {
        this(new HttpFeeds(settings.collecting(), clock), new FileFeeds(settings));
    }

    Feeds(HttpFeeds http, FileFeeds files) {
        this.http = http;
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

    /** A web page; only ever from the web. */
    Fetched.Body page(URI url) throws FeedProblem {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new FeedProblem("cannot fetch '" + scheme + ":', only https: and http:");
        }
        return (Fetched.Body) http.fetch(url, "text/html, application/xhtml+xml;q=0.9, */*;q=0.1", Validators.NONE);
    }

    static String sizeLimit() {
        return "larger than " + LARGEST / (1024 * 1024) + " MB";
    }

    @Override
    public void close() {
        http.close();
    }
}
