package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Condition;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Validators;

/** Reads feeds of a server that misbehaves, with little patience. */
final class HostileReading implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final HostileServer server;
    private final HttpFeeds feeds = feeds(new SystemDefaultDnsResolver());

    HostileReading(HostileServer server) {
        this.server = server;
    }

    static HttpFeeds feeds(DnsResolver names) {
        HttpFeeds.Patience little =
                new HttpFeeds.Patience(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1));
        return new HttpFeeds(
                new Settings.Collecting("Sampan/test", true, Optional.empty(), Optional.empty(), List.of()),
                little,
                names,
                CLOCK);
    }

    static Source source(URI url) {
        return new Source(
                new SourceId(1),
                new NewSource(url, "x", Optional.empty(), Map.of()),
                Condition.UNTRIED,
                Validators.NONE,
                0);
    }

    Fetched.Body fetch(String path) throws FeedProblem {
        return (Fetched.Body) feeds.fetch(source(server.at(path)));
    }

    Feed read(String path) throws FeedProblem {
        return new FeedReader().read(fetch(path), server.at(path).toString());
    }

    String problem(String path) {
        return String.valueOf(
                catchThrowableOfType(FeedProblem.class, () -> read(path)).getMessage());
    }

    static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>ข่าว</title><link>https://market.example/</link>"
                + "<description>x</description>" + items + "</channel></rss>";
    }

    static String item(String title, String more) {
        return "<item><title>" + title + "</title>" + more + "</item>";
    }

    Fetched.Body whole(String path) throws FeedProblem {
        return feeds.whole(server.at(path), "*/*");
    }

    @Override
    public void close() {
        feeds.close();
    }
}
