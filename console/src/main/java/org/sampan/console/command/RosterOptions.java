package org.sampan.console.command;

import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Option;

/** Which members of a list; the mail server checks the values. */
final class RosterOptions {

    @Option(names = "--search", paramLabel = "TEXT", description = "Only with this in address, name or organisation.")
    private String search = "";

    @Option(names = "--mode", paramLabel = "MODE", description = "Only of this mode.")
    private String mode = "";

    @Option(names = "--country", paramLabel = "COUNTRY", description = "Only of this country, as it is written there.")
    private String country = "";

    @Option(names = "--organisation", paramLabel = "NAME", description = "Only of this organisation.")
    private String organisation = "";

    @Option(
            names = "--standing",
            paramLabel = "STANDING",
            description = "Only active, suspended, moderated, paused, warned, probed or bouncing.")
    private String standing = "";

    RestPath of(RestPath members) {
        return members.with("q", search)
                .with("mode", mode)
                .with("country", country)
                .with("organisation", organisation)
                .with("standing", standing);
    }
}
