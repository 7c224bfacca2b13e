package org.sampan.digest.desk;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A newspaper's site on loopback, with an article worth clipping. */
public final class ArticleSite implements AutoCloseable {
    private static final String ARTICLE = """
            <html lang="en"><head><title>Kiln owners sign</title><meta property="og:site_name" content="The Kiln Post">
            <meta name="author" content="Sokha Chan"></head><body><article><h1>Kiln owners sign</h1>
            <p>Thirty owners of brick kilns on the upper river signed a paper on Tuesday that ends the advance payments by
            which families were bound to a kiln for years, and opened their books to an inspector of the province.</p>
            <p>Workers who had waited outside the hall since the morning said that they would believe it when the first
            book was read aloud. The inspector promised to come every month, and without telling anybody before.</p>
            </article></body></html>""";

    private final HttpServer server;

    public ArticleSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] article = ARTICLE.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, article.length);
            exchange.getResponseBody().write(article);
            exchange.close();
        });
        server.start();
    }

    public String article() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/news/article";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
