package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.sampan.console.rest.RestPath;
import org.sampan.console.rest.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan sources}: the feeds clippings are collected from. */
@Command(name = "sources", description = "The feeds clippings are collected from.")
final class SourcesCommand extends CommandGroup {

    private static final RestPath SOURCES = RestPath.of("api", "sources");

    private final Session session;

    SourcesCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show all sources and how they are.")
    void list() {
        new Listing(
                        session,
                        "sources",
                        "id",
                        "name",
                        "kind",
                        "state",
                        "items",
                        "lastCollectedAt:collected",
                        "url",
                        "lastProblem:problem")
                .show(session.digestService().get(SOURCES));
    }

    @Command(
            name = "add",
            description = "Add a feed: RSS or Atom at https:, http: or file: (the folder collect.files).")
    void add(
            @Parameters(paramLabel = "URL") String url,
            @Option(names = "--name", paramLabel = "TEXT", defaultValue = "", description = "What it is called.")
                    String name,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            defaultValue = "",
                            description =
                                    "What its items are when their categories do not say: press-release, statement, publication, news-clipping, activity, invitation.")
                    String kind,
            @Option(
                            names = "--excerpt",
                            paramLabel = "N",
                            description = "How many letters of a text it lets be shown to readers, from 40 to 2000.")
                    Optional<Integer> excerpt,
            @Option(
                            names = "--rights",
                            paramLabel = "TEXT",
                            description = "A line shown with each of its items: whose it is, under which licence.")
                    Optional<String> rights) {
        ObjectNode wanted = Json.object().put("url", url);
        excerpt.ifPresent(letters -> wanted.put("excerpt", letters));
        rights.ifPresent(line -> wanted.put("rights", line));
        if (!name.isEmpty()) {
            wanted.put("name", name);
        }
        if (!kind.isEmpty()) {
            wanted.put("kind", kind);
        }
        JsonNode made = session.digestService().post(SOURCES, wanted);
        session.answer(made, "added source " + Json.text(made, "id") + ", " + url);
    }

    @Command(name = "remove", description = "Remove a source; its clippings stay.")
    void remove(@Parameters(paramLabel = "ID") String id) {
        session.digestService().delete(RestPath.of("api", "sources", id));
        session.say(session.json() ? "{}" : "removed source " + id);
    }

    @Command(name = "collect", description = "Collect from all sources now.")
    int collect() throws InterruptedException {
        JsonNode run = new Runs(session.digestService())
                .follow(RestPath.of("api", "sources", "collect"), Json.object(), new RunProgress(session)::show);
        return new RunReport(session).show(run, SourcesCommand::words);
    }

    @Command(
            name = "backfill",
            description = {
                "Go back through the archive of a source, page by page, as its robots.txt allows.",
                "The next time goes on where this one ended."
            })
    int backfill(
            @Parameters(paramLabel = "NAME", description = "Its name, address or number.") String name,
            @Option(
                            names = "--pages",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "How many pages at most, from 1 to 100; default: ${DEFAULT-VALUE}.")
                    int pages)
            throws InterruptedException {
        JsonNode run = new Runs(session.digestService())
                .follow(
                        RestPath.of("api", "sources", idOf(name), "backfill"),
                        Json.object().put("pages", pages),
                        new RunProgress(session)::show);
        return new RunReport(session).show(run, SourcesCommand::words);
    }

    private String idOf(String name) {
        for (JsonNode source : session.digestService().get(SOURCES).path("sources")) {
            if (List.of(Json.text(source, "name"), Json.text(source, "url"), Json.text(source, "id"))
                    .contains(name)) {
                return Json.text(source, "id");
            }
        }
        throw meansNothing("there is no source " + name + "; see ./sampan sources list");
    }

    private static String words(JsonNode result) {
        StringBuilder words = new StringBuilder(String.format(
                "%s items from %s sources: %s new, %s merged with stories there already, %s unchanged",
                Json.text(result, "items"),
                Json.text(result, "sources"),
                Json.text(result, "new"),
                Json.text(result, "merged"),
                Json.text(result, "unchanged")));
        result.path("failed")
                .forEach(failed -> words.append("\nfailed: ")
                        .append(Json.text(failed, "url"))
                        .append(": ")
                        .append(Json.text(failed, "reason")));
        return words.toString();
    }
}
