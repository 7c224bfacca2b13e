package org.sampan.mailserver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.settings.Settings.DomainLimit;
import org.sampan.mailserver.settings.Settings.RelayHost;

class SettingsTest {
    @Test
    void nothingSetMeansTheDefaultsOfTheOperatorsFile() {
        Settings settings = Settings.from(Map.of());
        assertThat(settings.domain()).isEqualTo("lists.example");
        assertThat(settings.smtp().port()).isEqualTo(2525);
        assertThat(settings.smtp().submissionPort()).isEqualTo(2587);
        assertThat(settings.adminPort()).isEqualTo(8000);
        assertThat(settings.relay().hosts()).isEmpty();
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
    void brokersCredentialsAreTakenAndNotShown() {
        Settings.Broker broker = Settings.from(Map.of(
                        "SAMPAN_BROKER_URL",
                        "ssl://broker.example:61617",
                        "SAMPAN_BROKER_USERNAME",
                        "sampan",
                        "SAMPAN_BROKER_PASSWORD",
                        "a secret"))
                .broker()
                .orElseThrow();
        assertThat(broker.username()).isEqualTo("sampan");
        assertThat(broker.password()).isEqualTo("a secret");
        assertThat(broker.toString()).doesNotContain("secret");
        assertThat(problems(Map.of("SAMPAN_BROKER_CERTIFICATE", "/nowhere/broker.pem")))
                .anyMatch(it -> it.contains("a file that can be read"));
    }

    @Test
    void certificateAndKeyComeTogetherAndCanBeRead() {
        assertThat(problems(Map.of("SAMPAN_TLS_CERTIFICATE", "/nowhere/certificate.pem")))
                .anyMatch(it -> it.startsWith("SAMPAN_TLS_KEY: must be set too"))
                .anyMatch(it -> it.contains("a file that can be read"));
    }

    @Test
    void severalRelaysHavePortsAndWeights() {
        Settings settings = Settings.from(Map.of(
                "SAMPAN_RELAY_HOST", "one.example, two.example:587*3 ,[::1]:2525, ::1", "SAMPAN_RELAY_PORT", "465"));
        assertThat(settings.relay().hosts())
                .containsExactly(
                        new RelayHost("one.example", 465, 1),
                        new RelayHost("two.example", 587, 3),
                        new RelayHost("::1", 2525, 1),
                        new RelayHost("::1", 465, 1));
        assertThat(problems(Map.of("SAMPAN_RELAY_HOST", "one.example two.example")))
                .singleElement()
                .asString()
                .contains("smtp.example:587*3");
    }

    @Test
    void limitsNameDomainsConnectionsAndCopiesAMinute() {
        assertThat(Settings.from(Map.of("SAMPAN_DELIVERY_LIMITS", "Mail.example 10/600, slow.example 1, * 8"))
                        .delivery()
                        .limits())
                .isEqualTo(Map.of(
                        "mail.example",
                        new DomainLimit(10, 600),
                        "slow.example",
                        new DomainLimit(1, 0),
                        "*",
                        new DomainLimit(8, 0)));
        assertThat(problems(Map.of("SAMPAN_DELIVERY_LIMITS", "mail.example")))
                .singleElement()
                .asString()
                .contains("mail.example 10/600");
    }

    private static List<String> problems(Map<String, String> environment) {
        return catchThrowableOfType(BadSettingsException.class, () -> Settings.from(environment))
                .problems();
    }
}
