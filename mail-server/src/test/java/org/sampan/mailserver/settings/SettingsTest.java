package org.sampan.mailserver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void nothingSetMeansTheDefaultsOfTheOperatorsFile() {
        Settings settings = Settings.from(Map.of());
        assertThat(settings.domain()).isEqualTo("lists.example");
        assertThat(settings.smtp().port()).isEqualTo(2525);
        assertThat(settings.smtp().submissionPort()).isEqualTo(2587);
        assertThat(settings.adminPort()).isEqualTo(8000);
        assertThat(settings.relay().host()).isEmpty();
        assertThat(settings.broker()).isEmpty();
    }

    @Test
    void everyProblemIsSaidAtOnce() {
        assertThat(problems(Map.of(
                        "SAMPAN_SMTP_PORT", "many", "SAMPAN_WEB_URL", "ftp://x", "SAMPAN_DELIVERY_KEEP", "long")))
                .hasSize(3);
    }

    @Test
    void brokersAddressIsChecked() {
        assertThat(problems(Map.of("SAMPAN_BROKER_URL", "not an address"))).hasSize(1);
        assertThat(problems(Map.of("SAMPAN_BROKER_URL", "http://broker.example")))
                .hasSize(1);
        assertThat(Settings.from(Map.of("SAMPAN_BROKER_URL", "ssl://broker.example:61617"))
                        .broker())
                .isPresent();
    }

    @Test
    void certificateAndKeyComeTogetherAndCanBeRead() {
        assertThat(problems(Map.of("SAMPAN_TLS_CERTIFICATE", "/nowhere/certificate.pem")))
                .anyMatch(it -> it.startsWith("SAMPAN_TLS_KEY: must be set too"))
                .anyMatch(it -> it.contains("a file that can be read"));
    }

    private static List<String> problems(Map<String, String> environment) {
        return catchThrowableOfType(BadSettingsException.class, () -> Settings.from(environment))
                .problems();
    }
}
