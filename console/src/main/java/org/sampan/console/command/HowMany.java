package org.sampan.console.command;

import picocli.CommandLine.Option;

/** The option of commands that show the newest of many. */
final class HowMany {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int limit;

    int limit() {
        return limit;
    }
}
