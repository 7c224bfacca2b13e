package org.sampan.console.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that runs to its end. */
record Command(List<String> line, Path folder) {

    record Result(int exitCode, String output) {
        boolean worked() {
            return exitCode == 0;
        }
    }

    /** Nothing of our environment is PostgreSQL's business, least of all a PGDATA or a locale it does not have. */
    static Map<String, String> environment() {
        return Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C", "TZ", "UTC");
    }

    /** @param input its standard input, a few kilobytes at most */
    Result run(String input) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        try (OutputStream standardInput = process.getOutputStream()) {
            standardInput.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading; its exit code and output tell why.
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + line, e);
        }
    }

    void runOrRefuse(String purpose, String input) throws IOException {
        Result result = run(input);
        if (!result.worked()) {
            throw new PostgresException(purpose + " failed (exit " + result.exitCode() + "):\n" + result.output());
        }
    }
}
