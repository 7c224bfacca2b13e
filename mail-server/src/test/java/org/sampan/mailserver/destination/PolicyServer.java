package org.sampan.mailserver.destination;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** The web server of a domain that publishes a policy; its certificate names {@code localhost}. */
final class PolicyServer implements AutoCloseable {
    private final HttpsServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String policy = "";
    private volatile String type = "text/plain; charset=utf-8";
    private volatile int status = 200;

    PolicyServer(SSLContext certificate) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        server.createContext("/", this::answer);
        server.start();
    }

    PolicyServer says(String text) {
        policy = text;
        status = 200;
        return this;
    }

    PolicyServer says(String text, String contentType) {
        type = contentType;
        return says(text);
    }

    PolicyServer answers(int code) {
        status = code;
        return this;
    }

    int requests() {
        return requests.get();
    }

    URI urlOf(String domain) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/" + domain);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = policy.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        boolean moved = exchange.getRequestURI().getPath().equals("/elsewhere");
        exchange.sendResponseHeaders(moved ? 200 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
