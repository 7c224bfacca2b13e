package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sampan.console.rest.RestPath;
import org.sampan.console.rest.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan editions}: the numbered editions of each series. */
@Command(name = "editions", description = "The numbered editions of each series.")
final class EditionsCommand extends CommandGroup {

    private final Session session;

    EditionsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show all editions.")
    void list() {
        new Listing(session, "editions", "series", "number", "state", "items", "since", "until", "title", "url")
                .show(session.digestService().get(RestPath.of("api", "editions")));
    }

    @Command(name = "show", description = "Show one edition.")
    void show(@Parameters(paramLabel = "SERIES") String series, @Parameters(paramLabel = "NUMBER") int number) {
        JsonNode edition =
                session.digestService().get(RestPath.of("api", "editions", series, Integer.toString(number)));
        session.answer(edition, Json.lines(edition));
    }

    /** The options of {@code ./sampan editions run}. */
    static final class RunOptions {
        @Option(
                names = "--since",
                paramLabel = "DATE",
                defaultValue = "",
                description = "First day: 2026-11-16 (default: where the last edition ended).")
        private Day since = new Day(Optional.empty());

        @Option(names = "--until", paramLabel = "DATE", defaultValue = "", description = "Last day (default: now).")
        private Day until = new Day(Optional.empty());

        @Option(
                names = "--number",
                paramLabel = "N",
                defaultValue = "0",
                description = "Take up this number again (default: the next one).")
        private int number;

        @Option(names = "--dry-run", description = "Show what it would be; send and keep nothing.")
        private boolean dryRun;

        ObjectNode request() {
            ObjectNode request = Json.object();
            if (!since.iso().isEmpty()) {
                request.put("since", since.iso());
            }
            if (!until.iso().isEmpty()) {
                request.put("until", until.iso());
            }
            if (number > 0) {
                request.put("number", number);
            }
            return dryRun ? request.put("dryRun", true) : request;
        }
    }

    @Command(
            name = "run",
            description =
                    "Compile, render, send and publish an edition now. The same number again sends nothing twice.")
    int run(@Parameters(paramLabel = "SERIES") String series, @Mixin RunOptions options) throws InterruptedException {
        JsonNode run = new Runs(session.digestService())
                .follow(
                        RestPath.of("api", "editions", series, "runs"),
                        options.request(),
                        new RunProgress(session)::show);
        return new RunReport(session).show(run, EditionsCommand::words);
    }

    private static String words(JsonNode edition) {
        String text = Json.text(edition, "text");
        if (!text.isEmpty()) {
            return text;
        }
        StringBuilder words = new StringBuilder(String.format(
                "%s %s, \"%s\": %s items, %s",
                Json.text(edition, "series"),
                Json.text(edition, "number"),
                Json.text(edition, "title"),
                Json.text(edition, "items"),
                Json.text(edition, "state")));
        edition.path("sections")
                .forEach(section -> words.append("\n  ")
                        .append(Json.text(section, "kind"))
                        .append("  ")
                        .append(
                                section.path("items").isArray()
                                        ? section.path("items").size()
                                        : Json.text(section, "items")));
        return words.append("\n  ").append(Json.text(edition, "url")).toString();
    }
}
