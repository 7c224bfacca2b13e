package org.sampan.console.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers like the programs: with the samples of {@code config/contract}, over real HTTP; remembers what it was asked. */
final class ContractServer implements AutoCloseable {

    static final String TOKEN = "token-of-the-tests";

    private record Answer(int status, String type, String body) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    ContractServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** @param call method and encoded path with query, as in {@code GET /lists} */
    void sample(String call, int status, String file) {
        try {
            answer(call, status, Files.readString(Path.of("..", "config", "contract", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answer(String call, int status, String body) {
        answers.put(call, new Answer(status, status < 400 ? "application/json" : "application/problem+json", body));
    }

    List<String> asked() {
        return asked;
    }

    String lastBody() {
        return bodies.get(bodies.size() - 1);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(call);
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = known
                ? answers.getOrDefault(call, new Answer(404, "text/plain", "no sample for " + call))
                : new Answer(401, "text/plain", "");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
