package org.sampan.console.command;

import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sampan clippings}: the stories collected. */
@Command(name = "clippings", description = "The stories collected.")
final class ClippingsCommand extends CommandGroup {

    private final Session session;

    ClippingsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show the stories, newest first.")
    void list(
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "How many (default: ${DEFAULT-VALUE}).")
                    int limit) {
        new Listing(
                        session,
                        "clippings",
                        "id",
                        "publishedAt:published",
                        "kind",
                        "outlet",
                        "byline",
                        "language",
                        "title")
                .show(session.digestService(), RestPath.of("api", "clippings"), limit);
    }
}
