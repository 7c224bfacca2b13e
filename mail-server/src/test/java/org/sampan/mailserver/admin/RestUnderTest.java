package org.sampan.mailserver.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.james.webadmin.Routes;
import spark.Service;

/** Some routes over real HTTP, with the token and the problem answers all routes have. */
public final class RestUnderTest implements AutoCloseable {
    private static final String TOKEN = "a token for tests only";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Service service;

    private RestUnderTest(Service service) {
        this.service = service;
    }

    public static RestUnderTest serving(Routes... routes) {
        Service service = Service.ignite().ipAddress("127.0.0.1").port(0);
        new AdminRoutes(new AdminToken(TOKEN), new Json()).define(service);
        for (Routes each : routes) {
            each.define(service);
        }
        service.awaitInitialization();
        return new RestUnderTest(service);
    }

    /** A sample both programs test with. */
    public static JsonNode contract(String name) {
        try {
            return JSON.readTree(Files.readString(Path.of("../config/contract", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** An answer that is no JSON. */
    public HttpResponse<byte[]> getBytes(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, Object json) {
        return send(json("POST", path, json));
    }

    public Answer patch(String path, Object json) {
        return send(json("PATCH", path, json));
    }

    public Answer put(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).PUT(BodyPublishers.ofByteArray(body)));
    }

    public Answer put(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).PUT(body));
    }

    @Override
    public void close() {
        service.stop();
        service.awaitStop();
    }

    private HttpRequest.Builder json(String method, String path, Object json) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json.toString(), UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String contentType, JsonNode body) {
        /** @return the same, so that the body can be looked at */
        public Answer hasStatus(int expected) {
            assertThat(status).as(body.toString()).isEqualTo(expected);
            return this;
        }

        public Answer isProblem(int expected, String detail) {
            hasStatus(expected);
            assertThat(contentType).startsWith("application/problem+json");
            assertThat(body.path("detail").asText()).contains(detail);
            return this;
        }

        public Answer isProblemOf(String field) {
            hasStatus(400);
            assertThat(body.path("field").asText()).as(body.toString()).isEqualTo(field);
            return this;
        }

        /** The same fields in the same order with the same kinds of values as a sample of the contract. */
        public Answer hasShapeOf(String sample) {
            assertThat(shape(body)).isEqualTo(shape(contract(sample)));
            return this;
        }

        private static String shape(JsonNode node) {
            if (node.isArray()) {
                return "[" + (node.isEmpty() ? "" : shape(node.get(0))) + "]";
            }
            if (!node.isObject()) {
                return node.isNull() ? "?" : node.getNodeType().name();
            }
            StringBuilder shape = new StringBuilder("{");
            node.fields()
                    .forEachRemaining(it -> shape.append(it.getKey())
                            .append(':')
                            .append(shape(it.getValue()))
                            .append(' '));
            return shape.append("}").toString();
        }
    }
}
