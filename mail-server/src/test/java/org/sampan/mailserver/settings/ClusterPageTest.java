package org.sampan.mailserver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/cluster.md} tells the truth as far as that can be read off. */
class ClusterPageTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void settingsItNamesAreTheOperators() throws IOException {
        List<String> known;
        try (Stream<String> lines = Files.lines(CHECKOUT.resolve("config").resolve("sampan.properties"))) {
            known = lines.filter(it -> it.matches("#[a-z]+(\\.[a-zA-Z]+)*=.*"))
                    .map(it -> it.substring(1, it.indexOf('=')))
                    .toList();
        }
        List<String> named = page().lines()
                .map(String::strip)
                .filter(it -> it.matches("[a-z]+(\\.[a-zA-Z]+)*=.*"))
                .map(it -> it.substring(0, it.indexOf('=')))
                .toList();
        assertThat(named).contains("broker.url", "database.url").isSubsetOf(known);
    }

    @Test
    void testsItNamesAreThere() throws IOException {
        Path faults = CHECKOUT.resolve("mail-server/src/test/java/org/sampan/mailserver/faults");
        for (String name : List.of("ClusterJourneyTest", "ClusterBenchmark")) {
            assertThat(page()).contains(name);
            assertThat(faults.resolve(name + ".java")).exists();
        }
    }

    private static String page() throws IOException {
        return Files.readString(CHECKOUT.resolve("docs").resolve("cluster.md"));
    }
}
