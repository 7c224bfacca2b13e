package org.sampan.console.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code ./sampan bench fan-out}; the measurement itself checks their values. */
final class FanOutOptions {

    @Option(names = "--recipients", paramLabel = "N", description = "Subscribers, 20 a domain. Default: 10000.")
    private String recipients = "";

    @Option(names = "--size", paramLabel = "BYTES", description = "Of the post. Default: 10000.")
    private String size = "";

    @Option(
            names = "--dkim",
            paramLabel = "rsa|ed25519|both|none",
            description = "What each copy is signed with. Default: none.")
    private String dkim = "";

    @Option(names = "--batch", description = "The same copy for all, up to 100 recipients a transaction.")
    private boolean batch;

    @Option(
            names = "--delay",
            paramLabel = "MIN:MAX",
            description = "Hold back each reply of the built-in receiver, in milliseconds.")
    private String delay = "";

    @Option(names = "--chunking", description = "Let the built-in receiver offer CHUNKING.")
    private boolean chunking;

    @Option(
            names = "--receiver",
            paramLabel = "HOST:PORT",
            description = "Send to a receiver of yours, and measure what a bare client reaches there: the floor.")
    private String receiver = "";

    @Option(names = "--connections", paramLabel = "N", description = "Connections to the receiver. Default: 32.")
    private String connections = "";

    @Option(names = "--warm-ups", paramLabel = "N", description = "Posts before anything is measured. Default: 5.")
    private String warmUps = "";

    @Option(names = "--runs", paramLabel = "N", description = "Posts measured. Default: 5.")
    private String runs = "";

    /** As the measurement takes them. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--recipients", recipients);
        add(arguments, "--size", size);
        add(arguments, "--dkim", dkim);
        add(arguments, "--delay", delay);
        add(arguments, "--receiver", receiver);
        add(arguments, "--connections", connections);
        add(arguments, "--warm-ups", warmUps);
        add(arguments, "--runs", runs);
        if (batch) {
            arguments.add("--batch");
        }
        if (chunking) {
            arguments.add("--chunking");
        }
        return arguments;
    }

    private static void add(List<String> arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.addAll(List.of(name, value));
        }
    }
}
