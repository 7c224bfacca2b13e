package org.sampan.digest.mailserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP with the bearer token; the one place that knows what which status means. Safe for many threads. */
final class RestCalls {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    /** A roster of many thousands is read or written while it goes over the line. */
    private static final Duration STREAMED_WITHIN = Duration.ofMinutes(15);

    private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;
    private static final int LARGEST_JSON = 16 * 1024 * 1024;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final URI admin;
    private final SecretFile token;
    private final JsonMapper json = JsonMapper.builder().build();
    private final RestClient client;
    private final RestClient streams;

    RestCalls(URI admin, SecretFile token) {
        this.admin = admin;
        this.token = token;
        this.client = client(admin, ANSWER_WITHIN);
        this.streams = client(admin, STREAMED_WITHIN);
    }

    private static RestClient client(URI admin, Duration within) {
        // HTTP/1.1 at once: an upgrade offer to HTTP/2 costs a header and confuses small servers.
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build());
        requests.setReadTimeout(within);
        return RestClient.builder()
                .baseUrl(admin.toString())
                .requestFactory(requests)
                .build();
    }

    <T> Optional<T> get(Class<T> type, String path, Object... names) {
        return exchange(client.get().uri(path, texts(names)), path, LARGEST_JSON)
                .map(body -> parse(body, type, path));
    }

    /** As {@link #get}, and an answer with this status says as much. */
    <T> Optional<T> getEven(Class<T> type, int even, String path) {
        return exchange(
                        client.get().uri(path),
                        path,
                        (status, answer) -> read(status == even ? OK : status, answer, path, LARGEST_JSON))
                .map(body -> parse(body, type, path));
    }

    Optional<byte[]> getMessage(String path, Object... names) {
        return exchange(client.get().uri(path, texts(names)), path, LARGEST_MESSAGE);
    }

    <T> Optional<T> post(Class<T> type, Object body, String path, Object... names) {
        return send(HttpMethod.POST, type, body, path, names);
    }

    <T> Optional<T> patch(Class<T> type, Object body, String path, Object... names) {
        return send(HttpMethod.PATCH, type, body, path, names);
    }

    private <T> Optional<T> send(HttpMethod method, Class<T> type, Object body, String path, Object... names) {
        RestClient.RequestHeadersSpec<?> request = client.method(method)
                .uri(path, texts(names))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
        return exchange(request, path, LARGEST_JSON).map(answer -> parse(answer, type, path));
    }

    /** Sends a body while it is read, however large. */
    <T> Optional<T> put(Class<T> type, String contentType, InputStream body, String path, Object... names) {
        RestClient.RequestHeadersSpec<?> request = streams.put()
                .uri(path, texts(names))
                .contentType(MediaType.parseMediaType(contentType))
                .body(body::transferTo);
        return exchange(request, path, LARGEST_JSON).map(answer -> parse(answer, type, path));
    }

    /**
     * Hands an answer over while it comes, however large.
     *
     * @return false, and nothing handed over, when there is none
     */
    boolean stream(OutputStream out, String path, Object... names) {
        return exchange(streams.get().uri(path, texts(names)), path, (status, answer) -> {
            if (status != OK) {
                return read(status, answer, path, LARGEST_JSON).isPresent();
            }
            answer.transferTo(out);
            return true;
        });
    }

    <T> Optional<T> delete(Class<T> type, String path, Object... names) {
        return exchange(client.delete().uri(path, texts(names)), path, LARGEST_JSON)
                .map(answer -> parse(answer, type, path));
    }

    /** @return false when there was nothing to delete */
    boolean delete(String path, Object... names) {
        return exchange(client.delete().uri(path, texts(names)), path, LARGEST_JSON)
                .isPresent();
    }

    private Optional<byte[]> exchange(RestClient.RequestHeadersSpec<?> request, String path, int largest) {
        return exchange(request, path, (status, answer) -> read(status, answer, path, largest));
    }

    private <R> R exchange(RestClient.RequestHeadersSpec<?> request, String path, Reading<R> reading) {
        try {
            return request.headers(headers -> headers.setBearerAuth(token.read()))
                    .exchangeForRequiredValue((sent, answer) ->
                            reading.read(answer.getStatusCode().value(), answer.getBody()));
        } catch (ResourceAccessException e) {
            throw new MailServerUnavailable("no answer from the mail server at " + admin + " to " + path, e);
        }
    }

    private Optional<byte[]> read(int status, InputStream answer, String path, int largest) throws IOException {
        byte[] body = answer.readNBytes(largest + 1);
        if (status == NOT_FOUND) {
            return Optional.empty();
        }
        if (status == 401) {
            throw new MailServerUnavailable(path + ": the mail server does not take the token in " + token.path());
        }
        if (status >= 400 && status < 500) {
            throw new MailServerRefused(problem(status, body));
        }
        if (status < 200 || status >= 300) {
            throw new MailServerUnavailable(path + ": the mail server answered " + status);
        }
        if (body.length > largest) {
            throw new MailServerUnavailable(path + ": the answer is larger than " + largest + " bytes");
        }
        return Optional.of(body);
    }

    private MailServerRefused.Problem problem(int status, byte[] body) {
        try {
            return json.readValue(body, MailServerRefused.Problem.class);
        } catch (JacksonException notJson) {
            return new MailServerRefused.Problem("the mail server answered " + status, status, "", "");
        }
    }

    private <T> T parse(byte[] body, Class<T> type, String path) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            throw new MailServerUnavailable(path + ": the answer is not what the contract says", e);
        }
    }

    private static Object[] texts(Object[] names) {
        return Arrays.stream(names).map(Object::toString).toArray();
    }

    private interface Reading<R> {
        R read(int status, InputStream answer) throws IOException;
    }
}
