package org.sampan.console.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.console.secret.SecretFile;

/**
 * One program's REST. Every call either answers or throws a {@link RestException} that tells the operator why not. Thread-safe.
 */
public final class RestClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    /** An import of a million lines, a statement with its attachments. */
    private static final Duration UPLOAD = Duration.ofHours(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String program;
    private final URI base;
    private final SecretFile token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(ProxySelector.of(null))
            .connectTimeout(CONNECT)
            .build();

    /** @param program as the operator calls it: {@code mail server} */
    public RestClient(String program, URI base, SecretFile token) {
        this.program = program;
        this.base = base;
        this.token = token;
    }

    public JsonNode get(RestPath path) {
        return json(call("GET", path, null, BodyPublishers.noBody(), ANSWER));
    }

    /** A body as it is, such as a message; the caller closes it. */
    public InputStream raw(RestPath path) {
        return call("GET", path, null, BodyPublishers.noBody(), ANSWER).body();
    }

    /** The answer; a missing node when it has no body. */
    public JsonNode post(RestPath path, JsonNode body) {
        return json(call("POST", path, "application/json", json(body), ANSWER));
    }

    /** Changes the fields the body names (RFC 7396). */
    public JsonNode patch(RestPath path, JsonNode body) {
        return json(call("PATCH", path, "application/merge-patch+json", json(body), ANSWER));
    }

    public void delete(RestPath path) {
        json(call("DELETE", path, null, BodyPublishers.noBody(), ANSWER));
    }

    /** Sends a file as it is read, whatever its size. */
    public JsonNode put(RestPath path, String contentType, Path file) {
        try {
            return json(call("PUT", path, contentType, BodyPublishers.ofFile(file), UPLOAD));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public JsonNode put(RestPath path, String contentType, String body) {
        return json(call("PUT", path, contentType, BodyPublishers.ofString(body, StandardCharsets.UTF_8), UPLOAD));
    }

    public JsonNode post(RestPath path, Multipart form) {
        return json(call("POST", path, form.contentType(), form.body(), UPLOAD));
    }

    private HttpResponse<InputStream> call(
            String method, RestPath path, @Nullable String contentType, BodyPublisher body, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path.text()))
                .method(method, body)
                .timeout(patience)
                .header("Authorization", "Bearer " + bearer());
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<InputStream> response = send(request.build());
        if (response.statusCode() / 100 != 2) {
            throw refusal(response);
        }
        return response;
    }

    private String bearer() {
        return token.read()
                .orElseThrow(() -> new RestException(
                        "the " + program + " was never started: " + token.path() + " is missing; ./sampan start"));
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new NoAnswerException(
                    "the " + program + " does not answer at " + base + "; ./sampan start (or ./sampan status)", e);
        } catch (HttpTimeoutException e) {
            throw new NoAnswerException(
                    "the " + program + " did not answer in time; ./sampan logs tells what it does", e);
        } catch (IOException e) {
            throw new NoAnswerException("the connection to the " + program + " broke: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted", e);
        }
    }

    private RefusedException refusal(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        String detail = "";
        try {
            JsonNode problem = json(response);
            detail = Optional.of(problem.path("detail").asText())
                    .filter(text -> !text.isBlank())
                    .orElse(problem.path("title").asText());
        } catch (RestException e) {
            // Not a problem document; the status says as much as there is.
        }
        if (status == 401) {
            detail = "the " + program + " does not take the token in " + token.path()
                    + "; does another installation answer at " + base + "?";
        }
        return new RefusedException(status, detail.isBlank() ? "the " + program + " answered " + status : detail);
    }

    private JsonNode json(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readAllBytes();
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new RestException("the " + program + " answered something that is not JSON", e);
        } catch (IOException e) {
            throw new NoAnswerException("the connection to the " + program + " broke: " + e, e);
        }
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
    }
}
