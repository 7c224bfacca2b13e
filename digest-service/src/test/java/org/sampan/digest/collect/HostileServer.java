package org.sampan.digest.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on loopback that misbehaves as it is told. */
final class HostileServer implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** What is done when a path is asked for. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    HostileServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.merge(path, 1, Integer::sum);
            answers.getOrDefault(path, other -> other.sendResponseHeaders(404, -1))
                    .to(exchange);
        }
    }

    HostileServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    HostileServer on(String path, String type, String body, Charset charset) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(charset));
        });
    }

    HostileServer on(String path, String body) {
        return on(path, "application/rss+xml", body, StandardCharsets.UTF_8);
    }

    HostileServer redirect(String path, int status, String to) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /** Sends a little at a time until the reader goes away. */
    void drip(OutputStream out) throws IOException {
        while (!isClosing(5)) {
            out.write(' ');
            out.flush();
        }
    }

    /** Says nothing until the test ends. */
    void hang() {
        isClosing(60_000);
    }

    private boolean isClosing(int milliseconds) {
        try {
            return closing.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    int asked(String path) {
        return asked.getOrDefault(path, 0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI at(String path) {
        return at("127.0.0.1", path);
    }

    URI at(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
