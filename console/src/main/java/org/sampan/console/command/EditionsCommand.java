package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

        @Option(names = "--draft", description = "Make it and leave it to the desk; send nothing.")
        private boolean draft;

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
            if (draft) {
                request.put("draft", true);
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

    @Command(
            name = "preview",
            description = {
                "Print an edition as readers of a language get it.",
                "Redirect it: ./sampan editions preview mekong-weekly 12 --language my > edition.html"
            })
    void preview(
            @Mixin OneEdition edition,
            @Option(names = "--language", paramLabel = "TAG", defaultValue = "", description = "Default: the main one.")
                    String language,
            @Option(names = "--text", description = "The plain text instead of the HTML.") boolean text)
            throws IOException {
        RestPath path = edition.path("preview").with("language", language).with("as", text ? "text" : "html");
        try (InputStream mail = session.digestService().raw(path)) {
            mail.transferTo(session.out());
        }
    }

    @Command(
            name = "export",
            description = {
                "Write all that is published as files: pages without script, and feeds, for a mirror or a disk.",
                "Into the same folder again, only what changed is written, and what was taken down is deleted."
            })
    void export(@Parameters(paramLabel = "DIR") Path folder) throws IOException {
        try (InputStream zip = session.digestService().raw(RestPath.of("api", "export"))) {
            ArchiveFolder.Report done = new ArchiveFolder(folder).take(zip);
            session.answer(
                    Json.object()
                            .put("files", done.files())
                            .put("written", done.written())
                            .put("deleted", done.deleted()),
                    "%d files in %s: %d written, %d deleted; begin at %s"
                            .formatted(
                                    done.files(),
                                    folder,
                                    done.written(),
                                    done.deleted(),
                                    folder.resolve("index.html")));
        }
    }

    @Command(name = "approve", description = "Approve, as the second person, exactly what an edition says now.")
    void approve(
            @Mixin OneEdition edition,
            @Option(
                            names = "--fingerprint",
                            paramLabel = "NAME",
                            defaultValue = "",
                            description = "Only if it still is what was looked at under this name.")
                    String seen) {
        String fingerprint =
                seen.isEmpty() ? Json.text(session.digestService().get(edition.path("approval")), "fingerprint") : seen;
        JsonNode approval = session.digestService()
                .post(edition.path("approve"), Json.object().put("fingerprint", fingerprint));
        session.answer(approval, "approved by " + Json.text(approval, "by"));
    }

    @Command(name = "throw-away", description = "Throw a draft away; what it carried is free for another.")
    void throwAway(
            @Mixin OneEdition edition,
            @Option(names = "--yes", description = "Do not ask whether this is meant.") boolean yes) {
        if (Confirmation.given(yes, "Throw the draft away?")) {
            session.digestService().delete(edition.path());
            session.say(session.json() ? "{}" : "thrown away");
        }
    }

    /** Which edition. */
    static final class OneEdition {
        @Parameters(paramLabel = "SERIES")
        private String series = "";

        @Parameters(paramLabel = "NUMBER")
        private int number;

        RestPath path(String... below) {
            List<String> segments = new ArrayList<>(List.of("api", "editions", series, Integer.toString(number)));
            segments.addAll(List.of(below));
            return RestPath.of(segments.toArray(String[]::new));
        }
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
