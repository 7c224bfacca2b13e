package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code ./sampan} as a person calls it, beside programs that answer with the contract's samples. */
final class CommandUnderTest implements AutoCloseable {
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ContractServer mailServer = server();
    private final ContractServer digestService = server();

    /** @param home an empty folder; both programs are contract servers */
    CommandUnderTest(Path home) throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/admin.token"), ContractServer.TOKEN + "\n");
        environment.put("SAMPAN_HOME", home.toString());
        environment.put("SAMPAN_ADMIN_PORT", Integer.toString(mailServer.port()));
        environment.put("SAMPAN_WEB_PORT", Integer.toString(digestService.port()));
    }

    void set(String setting, String value) {
        environment.put(setting, value);
    }

    ContractServer mailServer() {
        return mailServer;
    }

    ContractServer digestService() {
        return digestService;
    }

    /** @return the exit code */
    int run(String... arguments) {
        out.reset();
        err.reset();
        return new CommandLineInterface(environment, stream(out), stream(err)).run(arguments);
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static ContractServer server() {
        try {
            return new ContractServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        mailServer.close();
        digestService.close();
    }
}
