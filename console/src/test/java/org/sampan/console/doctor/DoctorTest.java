package org.sampan.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.console.doctor.Finding.Gravity;
import org.sampan.console.launch.DataFolder;
import org.sampan.console.rest.RestClient;
import org.sampan.console.settings.Settings;
import org.sampan.console.settings.SettingsReader;

class DoctorTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void operatorMustHaveTheirMailElsewhereThanAtTheLists() {
        assertThat(findings("nan@lists.example"))
                .filteredOn(it -> it.what().equals("operator.email"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.gravity()).isEqualTo(Gravity.WRONG);
                    assertThat(it.words()).contains("refuses mail to nan@lists.example");
                });
        assertThat(findings("nan@river-network.example"))
                .noneMatch(it -> it.what().equals("operator.email"));
    }

    @Test
    void sendsThatWaitForAPersonAreNotForgotten() {
        assertThat(findings("nan@river-network.example", Map.of("SAMPAN_DELIVERY_HOLD", "true")))
                .filteredOn(it -> it.what().equals("delivery.hold"))
                .singleElement()
                .satisfies(it -> assertThat(it.words()).contains("./sampan delivery resume"));
    }

    private List<Finding> findings(String operator) {
        return findings(operator, Map.of());
    }

    /** Of an installation that does not run; its relay is nobody. */
    private List<Finding> findings(String operator, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SAMPAN_HOME", home.toString(),
                "SAMPAN_DOMAIN", "lists.example",
                "SAMPAN_OPERATOR_EMAIL", operator,
                "SAMPAN_RELAY_HOST", "127.0.0.1",
                "SAMPAN_RELAY_PORT", "1"));
        environment.putAll(more);
        Settings settings = SettingsReader.read(environment);
        RestClient nobody = new RestClient("mail server", settings.mailServer(), new DataFolder(home).adminToken());
        return new Doctor(settings, nobody, nobody).examine();
    }
}
