package org.sampan.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FanOutOptionsTest {

    @Test
    void optionsAreHandedOnAsTheMeasurementTakesThem() {
        assertThat(arguments(
                        "--recipients",
                        "40",
                        "--dkim=rsa",
                        "--batch",
                        "--delay",
                        "20:50",
                        "--receiver",
                        "127.0.0.1:2600"))
                .containsExactly(
                        "--recipients",
                        "40",
                        "--dkim",
                        "rsa",
                        "--delay",
                        "20:50",
                        "--receiver",
                        "127.0.0.1:2600",
                        "--batch");
    }

    @Test
    void whatIsNotGivenIsLeftToTheMeasurement() {
        assertThat(arguments()).isEmpty();
    }

    private static java.util.List<String> arguments(String... words) {
        FanOutOptions options = new FanOutOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("fanOut", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(words);
        return options.arguments();
    }
}
