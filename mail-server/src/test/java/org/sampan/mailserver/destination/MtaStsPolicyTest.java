package org.sampan.mailserver.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.destination.MtaStsPolicy.Mode;

class MtaStsPolicyTest {
    private static final String WHOLE = "version: STSv1\r\nmode: enforce\r\nmx: mail.harbour.example\r\n"
            + "mx: *.harbour.example\r\nfuture: field\r\nmax_age: 604800\r\n";

    @Test
    void policyIsReadAsPublished() {
        assertThat(MtaStsPolicy.parse(WHOLE))
                .isEqualTo(MtaStsPolicy.parse(WHOLE.replace("\r\n", "\n")))
                .satisfies(policy -> {
                    assertThat(policy.mode()).isEqualTo(Mode.ENFORCE);
                    assertThat(policy.hosts()).containsExactly("mail.harbour.example", "*.harbour.example");
                    assertThat(policy.maxAge()).isEqualTo(Duration.ofDays(7));
                });
        assertThat(MtaStsPolicy.parse("version: STSv1\nmode: none\nmax_age: 9999999999")
                        .maxAge())
                .as("a year at most")
                .isEqualTo(Duration.ofSeconds(31_557_600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>not found</html>",
                "version: STSv2\nmode: enforce\nmx: a.example\nmax_age: 60",
                "version: STSv1\nmode: strict\nmx: a.example\nmax_age: 60",
                "version: STSv1\nmode: enforce\nmax_age: 60",
                "version: STSv1\nmode: enforce\nmx: a.example",
                "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: -1"
            })
    void whatIsNoPolicyIsRefused(String text) {
        assertThatThrownBy(() -> MtaStsPolicy.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "mail.harbour.example, true",
        "MAIL.Harbour.example, true",
        "mx1.harbour.example, true",
        "harbour.example, false",
        "a.mx1.harbour.example, false",
        "mail.harbour.example.evil.example, false",
        "evilharbour.example, false"
    })
    void starStandsForOneLabel(String host, boolean allowed) {
        assertThat(MtaStsPolicy.parse(WHOLE).allows(host)).isEqualTo(allowed);
    }
}
