package org.sampan.digest.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Serves invented feeds on loopback, ten to a host, RSS and Atom in turn, packed, with validators. */
final class FeedServer implements AutoCloseable {
    private static final int FEEDS_PER_HOST = 10;
    private static final String ETAG = "\"1\"";

    private final InventedNews news;
    private final List<HttpServer> hosts = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private FeedServer(InventedNews news) {
        this.news = news;
    }

    static FeedServer start(InventedNews news) throws IOException {
        FeedServer server = new FeedServer(news);
        for (int host = 0; host * FEEDS_PER_HOST < news.feeds(); host++) {
            InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (host + 1)});
            HttpServer one = HttpServer.create(new InetSocketAddress(address, 0), 0);
            one.createContext("/feed/", server::answer);
            one.setExecutor(server.threads);
            one.start();
            server.hosts.add(one);
        }
        return server;
    }

    List<URI> feeds() {
        return IntStream.range(0, news.feeds())
                .mapToObj(feed -> {
                    InetSocketAddress host = hosts.get(feed / FEEDS_PER_HOST).getAddress();
                    return URI.create(
                            "http://" + host.getAddress().getHostAddress() + ":" + host.getPort() + "/feed/" + feed);
                })
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("ETag", ETAG);
            if (ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            int feed = Integer.parseInt(exchange.getRequestURI().getPath().replaceAll(".*/", ""));
            byte[] packed = packed(feed % 2 == 0 ? rss(feed) : atom(feed));
            exchange.getResponseHeaders().add("Content-Type", "application/xml; charset=utf-8");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private String rss(int feed) {
        return "<rss version=\"2.0\"><channel><title>Feed %d</title><link>https://news-%d.example/</link>%s</channel></rss>"
                .formatted(feed, feed, each(feed, item -> """
                        <item><title>%s</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate>
                        <description><![CDATA[%s%s]]></description></item>""".formatted(
                                item.title(),
                                item.link(),
                                item.link(),
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        item.publishedAt().atOffset(ZoneOffset.UTC)),
                                item.lead(),
                                item.paragraphs())));
    }

    private String atom(int feed) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Feed %d</title><id>urn:feed:%d</id>%s</feed>"
                .formatted(feed, feed, each(feed, item -> """
                        <entry><title>%s</title><link href="%s"/><id>%s</id><published>%s</published>
                        <content type="html"><![CDATA[%s%s]]></content></entry>""".formatted(
                        item.title(), item.link(), item.link(), item.publishedAt(), item.lead(), item.paragraphs())));
    }

    private String each(int feed, Function<InventedNews.Item, String> form) {
        return IntStream.range(0, news.items())
                .mapToObj(number -> form.apply(news.item(feed, number)))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.stop(0));
        threads.shutdownNow();
    }
}
