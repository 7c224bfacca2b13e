package org.sampan.digest.mailserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.fixture.RunningDigestService;

/** Answers as the contract's samples say, on a free loopback port, and remembers what it was asked. */
public final class StandInMailServer implements AutoCloseable {
    public static final String TOKEN = RunningDigestService.TOKEN;
    private static final String JSON = "application/json";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public StandInMailServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(StandInMailServer::daemon));
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param call for example {@code GET /lists/members%40lists.example?limit=2}, as it goes over the wire */
    public StandInMailServer when(String call, int status, String body) {
        String type = status >= 400 ? "application/problem+json" : JSON;
        answers.put(call, new Answer(status, type, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public StandInMailServer whenRaw(String call, byte[] message) {
        answers.put(call, new Answer(200, "message/rfc822", message));
        return this;
    }

    public StandInMailServer whenSample(String call, int status, String sample) {
        return when(call, status, sample(sample));
    }

    public void forgetAll() {
        answers.clear();
        calls.clear();
    }

    /** In the order they came. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** A file of {@code config/contract}, without its {@code .json}. */
    public static String sample(String name) {
        try {
            return Files.readString(Path.of("..", "config", "contract", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath()
                        + query(exchange.getRequestURI().getRawQuery());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(line, body));
        Answer answer = answers.get(line);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer = new Answer(401, JSON, "{}".getBytes(StandardCharsets.UTF_8));
        } else if (answer == null) {
            answer = new Answer(404, JSON, sample("problem-not-found").getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private static String query(@Nullable String raw) {
        return raw == null ? "" : "?" + raw;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stand-in-mail-server");
        thread.setDaemon(true);
        return thread;
    }

    /** One request: its line without the version, and its body. */
    public record Call(String line, String body) {}

    private record Answer(int status, String type, byte[] body) {}
}
