package org.sampan.mailserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.TestDatabase;

/** The measurement itself, small; what it finds is no test's business. */
@ExtendWith(TestDatabase.class)
class FanOutBenchTest {
    private final Map<String, String> environment;

    FanOutBenchTest(Settings.Database database) {
        environment = Map.of(
                "SAMPAN_HOME", Path.of("..").toAbsolutePath().normalize().toString(),
                "SAMPAN_DATABASE_URL", database.url(),
                "SAMPAN_DATABASE_USERNAME", database.username(),
                "SAMPAN_DATABASE_PASSWORD", database.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dkim both", "--batch", "--delay 1:2 --chunking"})
    void everyRunBringsThePostToAllAndIsReported(String more) throws Exception {
        String words = "--recipients 600 --size 2000 --connections 4 --warm-ups 0 --runs 2 " + more;
        BenchReport report = FanOutBench.measure(BenchOptions.parse(List.of(words.split(" "))), environment);
        assertThat(report.runs()).hasSize(2).allSatisfy(run -> {
            assertThat(run.ratePerSecond()).isPositive();
            assertThat(run.firstMillis()).isPositive();
            assertThat(run.cpuMicros()).isPositive();
            assertThat(run.rows()).as("a delivery and two batches").isEqualTo(3);
        });
        assertThat(report.table().lines()).hasSize(1 + 2 + 1 + 1);
        assertThat(new Json().write(report)).contains("\"ratePerSecond\":", "\"residentMegabytes\":");
    }

    @Test
    void receiverOfOnesOwnIsMeasuredWithABareClientToo() throws Exception {
        try (CountingReceiver receiver = new CountingReceiver(CountingReceiver.Delay.NONE, false)) {
            String words = "--recipients 100 --size 2000 --warm-ups 0 --runs 1 --receiver 127.0.0.1:" + receiver.port();
            BenchReport report = FanOutBench.measure(BenchOptions.parse(List.of(words.split(" "))), environment);
            assertThat(report.floorPerSecond())
                    .hasValueSatisfying(floor -> assertThat(floor).isPositive());
            assertThat(report.table()).contains("floor: ");
        }
    }
}
