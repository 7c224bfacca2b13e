package org.sampan.mailserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.TestDatabase;

/** The measurement itself, small, in a process of its own as {@code ./sampan bench} runs it; what it finds is no test's business. */
@ExtendWith(TestDatabase.class)
class FanOutBenchTest {
    private static final long PATIENCE_SECONDS = 180;
    private final Map<String, String> environment;

    FanOutBenchTest(Settings.Database database) {
        environment = Map.of(
                "SAMPAN_HOME", Path.of("..").toAbsolutePath().normalize().toString(),
                "SAMPAN_DATABASE_URL", database.url(),
                "SAMPAN_DATABASE_USERNAME", database.username(),
                "SAMPAN_DATABASE_PASSWORD", database.password());
    }

    @Test
    void everyRunBringsThePostToAllAndIsReported() throws Exception {
        List<String> said = bench("--recipients 600 --size 2000 --connections 4 --warm-ups 0 --runs 2"
                + " --dkim both --delay 1:2 --chunking");
        JsonNode report = json(said);
        assertThat(report.get("runs")).hasSize(2).allSatisfy(run -> {
            assertThat(run.get("ratePerSecond").asDouble()).isPositive();
            assertThat(run.get("firstMillis").asDouble()).isPositive();
            assertThat(run.get("cpuMicros").asDouble()).isPositive();
            assertThat(run.get("rows").asInt()).as("a delivery and two batches").isEqualTo(3);
        });
        assertThat(report.toString()).contains("\"residentMegabytes\":");
        assertThat(said).hasSizeGreaterThan(2 + 1);
    }

    @Test
    void receiverOfOnesOwnIsMeasuredWithABareClientToo() throws Exception {
        try (CountingReceiver receiver = new CountingReceiver(CountingReceiver.Delay.NONE, false)) {
            List<String> said = bench("--recipients 100 --size 2000 --warm-ups 0 --runs 1 --batch --receiver 127.0.0.1:"
                    + receiver.port());
            assertThat(json(said).get("floorPerSecond").asLong()).isPositive();
            assertThat(said).anyMatch(line -> line.startsWith("floor: "));
        }
    }

    /** A James that runs in this process already, another suite's, leaves no room for a second. */
    private List<String> bench(String words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                FanOutBench.class.getName()));
        command.addAll(List.of(words.split(" ")));
        Path output = Files.createTempFile("fan-out-bench", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SAMPAN_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output);
            assertThat(ended).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            return said.lines().toList();
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    private static JsonNode json(List<String> said) throws IOException {
        return new ObjectMapper().readTree(said.get(said.size() - 1));
    }
}
