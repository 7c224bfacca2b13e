package org.sampan.digest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Validators;

/**
 * Fetches feeds by HTTP: asks only for what has changed, follows at most five redirects, and gives up after a minute
 * however the server spends it, or when the feed, unpacked, is too large. One host is asked for one feed at a time, and not at
 * all while it wants to be left alone.
 */
final class HttpFeeds implements AutoCloseable {
    static final String ACCEPTED =
            "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
                    + " text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";

    /** Who asks for more is not believed: time itself ends before what some ask for. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    /** Without a bound a head that never ends would fill the memory before its minute is over. */
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(500)
            .build();

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;
    private final Map<String, Instant> pauses = new ConcurrentHashMap<>();
    private final Patience patience;
    private final Clock clock;

    /**
     * How long a server may take.
     *
     * @param silence without a byte
     * @param whole from asking to the last byte, all redirects counted, however it spends it
     */
    record Patience(Duration connecting, Duration silence, Duration whole) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(1));
    }

    HttpFeeds(Settings.Collecting collecting, Clock clock) {
        this(collecting, Patience.USUAL, new PublicAddresses(collecting.allowPrivateAddresses()), clock);
    }

    HttpFeeds(Settings.Collecting collecting, Patience patience, DnsResolver names, Clock clock) {
        this.patience = patience;
        this.clock = clock;
        this.client = HttpClients.custom()
                .setUserAgent(collecting.agent())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(patience.silence()))
                        .setMaxRedirects(5)
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADS)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(patience.connecting()))
                                .build())
                        .setMaxConnTotal(20)
                        .setMaxConnPerRoute(1)
                        .build())
                .setRedirectStrategy(new PermanentMoves())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        this.deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "feed-deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    Fetched fetch(Source source) throws FeedProblem {
        return fetch(source.address(), ACCEPTED, source.validators());
    }

    /** All of it, whatever was had before. */
    Fetched.Body whole(URI url, String accepted) throws FeedProblem {
        if (fetch(url, accepted, Validators.NONE) instanceof Fetched.Body body) {
            return body;
        }
        throw new FeedProblem("answered 304 Not Modified, though all of it was asked for");
    }

    /**
     * What its server says of a page; the page itself is not loaded. A server that refuses to talk of pages without giving them (HEAD)
     * is asked for the page.
     */
    PageAnswer look(URI url, String accepted) throws FeedProblem {
        PageAnswer answer = look(new HttpHead(url), url, accepted);
        return answer.status() < 400 ? answer : look(new HttpGet(url), url, accepted);
    }

    private PageAnswer look(HttpUriRequestBase request, URI url, String accepted) throws FeedProblem {
        request.setHeader(HttpHeaders.ACCEPT, accepted);
        return ask(request, url, (response, movedTo) -> {
            leave(response);
            if (response.getCode() == 429 || response.getCode() == 503) {
                throw refused(response);
            }
            return new PageAnswer(response.getCode(), movedTo);
        });
    }

    private Fetched fetch(URI url, String accepted, Validators validators) throws FeedProblem {
        HttpGet request = new HttpGet(url);
        request.setHeader(HttpHeaders.ACCEPT, accepted);
        validators.etag().ifPresent(etag -> request.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        validators.lastModified().ifPresent(since -> request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, since));
        return ask(request, url, HttpFeeds::read);
    }

    /** What is made of an answer. */
    private interface Reading<T> {
        T of(ClassicHttpResponse response, Optional<URI> movedTo) throws IOException;
    }

    private <T> T ask(HttpUriRequestBase request, URI url, Reading<T> reading) throws FeedProblem {
        refuseDuringPause(url);
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, patience.whole().toMillis(), TimeUnit.MILLISECONDS);
        HttpClientContext way = HttpClientContext.create();
        try {
            return client.execute(request, way, response -> reading.of(response, PermanentMoves.of(way, url)));
        } catch (TooLarge tooLarge) {
            throw new FeedProblem(Feeds.sizeLimit(), tooLarge);
        } catch (Refused refused) {
            refused.pause()
                    .ifPresent(pause -> pauses.put(host(url), clock.instant().plus(pause)));
            throw new FeedProblem(
                    String.valueOf(refused.getMessage()), refused, refused.pause(), Optional.of(refused.status()));
        } catch (IllegalArgumentException badRedirect) {
            throw new FeedProblem("leads to what is no address: " + badRedirect.getMessage(), badRedirect);
        } catch (IOException failure) {
            throw new FeedProblem(
                    request.isCancelled()
                            ? "took longer than " + patience.whole().toSeconds() + " seconds"
                            : reason(failure),
                    failure);
        } finally {
            deadline.cancel(false);
        }
    }

    /** A host that asked to be left alone is asked for none of its feeds. */
    private void refuseDuringPause(URI url) throws FeedProblem {
        Optional<Duration> left = Optional.ofNullable(pauses.get(host(url)))
                .map(until -> Duration.between(clock.instant(), until))
                .filter(pause -> !pause.isNegative());
        if (left.isPresent()) {
            throw new FeedProblem("its server has asked to be left alone", null, left);
        }
    }

    private static String host(URI url) {
        return String.valueOf(url.getRawAuthority());
    }

    /** What 429 and 503 ask for (RFC 9110, section 10.2.3), in seconds or as a date. */
    private static Optional<Duration> pause(ClassicHttpResponse response) {
        return header(response, HttpHeaders.RETRY_AFTER).flatMap(text -> {
            try {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
            } catch (NumberFormatException noSeconds) {
                return Optional.ofNullable(DateUtils.parseStandardDate(text))
                        .map(until -> Duration.between(Instant.now(), until));
            }
        });
    }

    private static String reason(IOException failure) {
        if (failure instanceof PublicAddresses.PrivateAddress) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof java.net.UnknownHostException) {
            return "there is no host " + failure.getMessage();
        }
        return String.valueOf(failure.getMessage());
    }

    private static Fetched read(ClassicHttpResponse response, Optional<URI> movedTo) throws IOException {
        int status = response.getCode();
        if (status == 304) {
            return new Fetched.NotModified();
        }
        if (status != 200) {
            throw refused(response);
        }
        HttpEntity entity = response.getEntity();
        return new Fetched.Body(
                bytes(entity, response),
                Optional.ofNullable(entity.getContentType()),
                new Validators(header(response, HttpHeaders.ETAG), header(response, HttpHeaders.LAST_MODIFIED)),
                movedTo);
    }

    private static Refused refused(ClassicHttpResponse response) {
        return new Refused(
                "answered " + response.getCode() + " " + response.getReasonPhrase(),
                response.getCode(),
                pause(response));
    }

    /** Counted after unpacking: a small gzip may hold gigabytes. */
    private static byte[] bytes(HttpEntity entity, ClassicHttpResponse response) throws IOException {
        InputStream in = entity.getContent();
        byte[] bytes = in.readNBytes(Feeds.LARGEST + 1);
        if (bytes.length > Feeds.LARGEST) {
            leave(response);
            throw new TooLarge();
        }
        return bytes;
    }

    /** The connection is closed at once: ending politely would read the rest, be it without end. */
    private static void leave(ClassicHttpResponse response) {
        response.setEntity(null);
    }

    /** Another answer than the feed. */
    private static final class Refused extends IOException {
        private final transient Optional<Duration> pause;
        private final int status;

        Refused(String message, int status, Optional<Duration> pause) {
            super(message);
            this.status = status;
            this.pause = pause;
        }

        int status() {
            return status;
        }

        Optional<Duration> pause() {
            return pause.filter(asked -> !asked.isNegative())
                    .map(asked -> asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE);
        }
    }

    private static final class TooLarge extends IOException {
        TooLarge() {
            super(Feeds.sizeLimit());
        }
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
