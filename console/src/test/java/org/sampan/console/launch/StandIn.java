package org.sampan.console.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Takes the place of one of the two programs in tests of the launcher: a real process that listens on its port and answers {@code /health}. A file
 * {@code <module>.behaviour} in the data folder makes it refuse its configuration ({@code bad-configuration}) or die ({@code die}).
 */
public final class StandIn {

    private StandIn() {}

    public static void run(String module, String portVariable) throws IOException {
        Map<String, String> environment = System.getenv();
        Path data = Path.of(Objects.requireNonNull(environment.get("SAMPAN_DATA")));
        Files.createTempFile("under-way", ".eml");
        System.out.println("event=started module=" + module + " url=" + environment.get("SAMPAN_DATABASE_URL"));
        switch (behaviour(data, module)) {
            case "bad-configuration" -> {
                System.err.println("sampan: config/lists.yaml:3: joining cannot be \"maybe\"");
                System.exit(78);
            }
            case "die" -> System.exit(1);
            default -> serve(Integer.parseInt(Objects.requireNonNull(environment.get(portVariable))));
        }
    }

    private static String behaviour(Path data, String module) throws IOException {
        Path file = data.resolve(module + ".behaviour");
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    private static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        byte[] up = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(200, up.length);
            exchange.getResponseBody().write(up);
            exchange.close();
        });
        server.start();
    }
}
