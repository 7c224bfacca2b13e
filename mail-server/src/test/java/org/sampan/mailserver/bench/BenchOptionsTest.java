package org.sampan.mailserver.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.bench.CountingReceiver.Delay;
import org.sampan.mailserver.settings.Settings.Sign;

class BenchOptionsTest {
    @Test
    void optionsAreTakenAsTheyAreGiven() {
        BenchOptions options = BenchOptions.parse(List.of(
                "--recipients",
                "40",
                "--size",
                "2000",
                "--batch",
                "--dkim",
                "both",
                "--delay",
                "20:50",
                "--receiver",
                "[::1]:2525"));
        assertThat(options.recipients()).isEqualTo(40);
        assertThat(options.size()).isEqualTo(2000);
        assertThat(options.batch()).isTrue();
        assertThat(options.dkim()).isEqualTo(Sign.BOTH);
        assertThat(options.delay()).isEqualTo(new Delay(20, 50));
        assertThat(options.receiver())
                .hasValueSatisfying(it -> assertThat(it.getPort()).isEqualTo(2525));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--recipients 0",
                "--recipients many",
                "--recipients",
                "--delay 50:20",
                "--delay 5",
                "--dkim dsa",
                "--receiver here",
                "--fast"
            })
    void whatIsNotSoundIsRefusedByName(String words) {
        assertThatThrownBy(() -> BenchOptions.parse(List.of(words.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words.split(" ")[0]);
    }
}
