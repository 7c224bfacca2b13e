package org.sampan.console.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code ./sampan bench newsroom}; the measurement itself checks their values. */
final class NewsroomOptions {

    @Option(names = "--feeds", paramLabel = "N", description = "Served on loopback, ten to a host. Default: 200.")
    private String feeds = "";

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "Of each feed; every eleventh tells what another feed tells too. Default: 55.")
    private String items = "";

    @Option(names = "--clippings", paramLabel = "N", description = "That the desk looks through. Default: 100000.")
    private String clippings = "";

    @Option(names = "--runs", paramLabel = "N", description = "Editions made of all that was collected. Default: 3.")
    private String runs = "";

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "256m",
            description = "The largest heap. Default: ${DEFAULT-VALUE}.")
    private String memory = "";

    String memory() {
        return memory;
    }

    /** As the measurement takes them. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--feeds", feeds);
        add(arguments, "--items", items);
        add(arguments, "--clippings", clippings);
        add(arguments, "--runs", runs);
        return arguments;
    }

    private static void add(List<String> arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.addAll(List.of(name, value));
        }
    }
}
