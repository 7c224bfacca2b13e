package org.sampan.digest.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.DigestService;
import org.sampan.digest.settings.Settings;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole digest service in a folder of its own, asked over REST as the command line asks it. */
final class BenchService implements AutoCloseable {
    static final String SERIES = "bench";

    private static final String TOKEN = "the-token-of-the-measurement";
    /** Asking is work too, and is counted. */
    private static final int LOOK_AGAIN_MILLIS = 100;

    private final Path folder;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private BenchService(Path folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    static BenchService start(Map<String, String> outer, Settings.Database database, List<URI> feeds)
            throws IOException {
        Path folder = Files.createTempDirectory("sampan-bench");
        Files.writeString(folder.resolve("admin.token"), TOKEN + "\n");
        Files.writeString(folder.resolve("digest-service.password"), "unused\n");
        Files.writeString(folder.resolve("sources.yaml"), sources(feeds));
        Files.writeString(folder.resolve("editions.yaml"), editions());
        Map<String, String> environment = new HashMap<>(outer);
        environment.putAll(Map.of(
                "SAMPAN_DATA", folder.toString(),
                "SAMPAN_CONFIG", folder.toString(),
                "SAMPAN_WEB_HOST", "127.0.0.1",
                "SAMPAN_WEB_PORT", "0",
                "SAMPAN_COLLECT_ALLOWPRIVATEADDRESSES", "true",
                "SAMPAN_DATABASE_URL", database.url(),
                "SAMPAN_DATABASE_USERNAME", database.username(),
                "SAMPAN_DATABASE_PASSWORD", database.password()));
        return new BenchService(folder, DigestService.start(environment));
    }

    private static String sources(List<URI> feeds) {
        return feeds.stream().map(feed -> "  - url: " + feed).collect(Collectors.joining("\n", "sources:\n", "\n"));
    }

    private static String editions() {
        return """
                series:
                  - slug: %s
                    name: Bench weekly
                    list: bench
                    languages: [%s]
                    timezone: Asia/Bangkok
                """.formatted(SERIES, Stream.of(Tongue.values()).map(Tongue::tag).collect(Collectors.joining(", ")));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Starts a run and waits for its end. */
    JsonNode run(String path, String body) throws IOException, InterruptedException {
        long run = send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .path("run")
                .asLong();
        JsonNode now = get("/api/runs/" + run);
        while (now.path("state").asString().equals("running")) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            now = get("/api/runs/" + run);
        }
        if (!now.path("state").asString().equals("done")) {
            throw new IllegalStateException("run " + run + " " + now);
        }
        return now;
    }

    URI site() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site().resolve(path)).header("Authorization", "Bearer " + TOKEN);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        context.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
