package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Condition;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Validators;

class HttpFeedsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static HttpServer server;
    private static HttpFeeds feeds;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", HttpFeedsTest::answer);
        server.start();
        feeds = new HttpFeeds(collecting(), CLOCK);
    }

    private static Settings.Collecting collecting() {
        return new Settings.Collecting(
                "Sampan/test (+https://lists.example/)", true, Optional.empty(), Optional.empty(), List.of());
    }

    @AfterAll
    static void stop() {
        feeds.close();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/feed" -> feed(exchange);
                case "/busy" -> {
                    ASKED.incrementAndGet();
                    exchange.getResponseHeaders().set("Retry-After", "7200");
                    exchange.sendResponseHeaders(429, -1);
                }
                case "/never" -> {
                    exchange.getResponseHeaders().set("Retry-After", Long.toString(Long.MAX_VALUE));
                    exchange.sendResponseHeaders(503, -1);
                }
                default -> exchange.sendResponseHeaders(503, -1);
            }
        }
    }

    private static void feed(HttpExchange exchange) throws IOException {
        if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        byte[] bytes = exchange.getRequestHeaders().getFirst("User-Agent").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Source source(String path, Validators validators) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new Source(
                new SourceId(1), new NewSource(url, "x", Optional.empty(), Map.of()), Condition.UNTRIED, validators, 0);
    }

    @Test
    void serverThatAsksToBeLeftAloneForEverIsLeftAloneForADay() {
        try (HttpFeeds fresh = new HttpFeeds(collecting(), CLOCK)) {
            assertThatThrownBy(() -> fresh.fetch(source("/never", Validators.NONE)))
                    .isInstanceOfSatisfying(
                            FeedProblem.class,
                            problem -> assertThat(problem.pause()).contains(Duration.ofDays(1)));
        }
    }

    @Test
    void feedIsFetchedOnceAndThenOnlyWhenItHasChanged() throws Exception {
        Fetched.Body body = (Fetched.Body) feeds.fetch(source("/feed", Validators.NONE));

        assertThat(body.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("Sampan/test (+https://lists.example/)");
        assertThat(body.contentType()).contains("application/rss+xml");
        assertThat(feeds.fetch(source("/feed", body.validators()))).isInstanceOf(Fetched.NotModified.class);
    }

    @Test
    void serverThatWantsToBeLeftAloneIsLeftAlone() {
        try (HttpFeeds patient = new HttpFeeds(
                new Settings.Collecting("Sampan/test", true, Optional.empty(), Optional.empty(), List.of()), CLOCK)) {
            FeedProblem problem =
                    catchThrowableOfType(FeedProblem.class, () -> patient.fetch(source("/busy", Validators.NONE)));
            assertThat(problem).hasMessageContaining("429");
            assertThat(problem.pause()).contains(Duration.ofHours(2));

            FeedProblem again =
                    catchThrowableOfType(FeedProblem.class, () -> patient.fetch(source("/feed", Validators.NONE)));
            assertThat(again).hasMessageContaining("left alone");
            assertThat(again.pause()).contains(Duration.ofHours(2));
            assertThat(ASKED).hasValue(1);
        }
    }

    @Test
    void refusalsAndSilenceAreTold() {
        assertThatThrownBy(() -> feeds.fetch(source("/gone", Validators.NONE))).hasMessageStartingWith("answered 503");
    }

    @Test
    void privateAddressesAreRefusedUnlessAllowed() {
        try (HttpFeeds careful = new HttpFeeds(
                new Settings.Collecting("Sampan/test", false, Optional.empty(), Optional.empty(), List.of()), CLOCK)) {
            assertThatThrownBy(() -> careful.fetch(source("/feed", Validators.NONE)))
                    .hasMessageContaining("127.0.0.1 is a loopback or private address");
        }
    }
}
