package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan clippings}: the stories collected. */
@Command(name = "clippings", description = "The stories collected.")
final class ClippingsCommand extends CommandGroup {

    private final Session session;

    ClippingsCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "list",
            description = "Show the stories, newest first: all, or those that fit everything asked for.")
    void list(
            @Mixin ClippingFilterOptions filter,
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
                        "state",
                        "kind",
                        "outlet",
                        "byline",
                        "language",
                        "title")
                .show(session.digestService(), filter.on(RestPath.of("api", "clippings")), limit);
    }

    @Command(
            name = "count",
            description = "Count the stories by their state: all, or those that fit everything asked for.")
    void count(@Mixin ClippingFilterOptions filter) {
        JsonNode counts = session.digestService().get(filter.on(RestPath.of("api", "clippings", "counts")));
        session.answer(counts, Json.lines(counts));
    }

    @Command(name = "show", description = "Show a story: where it was met, and its other languages.")
    void show(@Parameters(paramLabel = "ID") long id) {
        tell(session.digestService().get(clipping(id)));
    }

    @Command(
            name = "dispose",
            description = {
                "Let go of what is past retention.copies and retention.unused and no edition carries, as each night.",
                "Texts, files and copies are gone for good."
            })
    void dispose(@Option(names = "--dry-run", description = "Only say how much would go.") boolean dryRun) {
        RestPath path = RestPath.of("api", "clippings", "disposal");
        JsonNode disposal = dryRun
                ? session.digestService().get(path)
                : session.digestService().post(path, Json.object());
        session.answer(
                disposal,
                disposed(disposal, "copies", "saved copies", "retention.copies", dryRun) + "\n"
                        + disposed(disposal, "unused", "unused clippings", "retention.unused", dryRun));
    }

    private static String disposed(JsonNode disposal, String field, String words, String key, boolean dryRun) {
        String before = Json.text(disposal, field + "Before");
        return before.isEmpty()
                ? words + " are kept for good: " + key + " is not set"
                : Json.text(disposal, field) + " " + words + " from before " + before
                        + (dryRun ? " would go" : " are gone");
    }

    @Command(name = "merge", description = "Make one story of two: the first keeps all sources, the second is gone.")
    void merge(@Parameters(paramLabel = "ID") long id, @Parameters(paramLabel = "OTHER") long other) {
        tell(session.digestService().post(clipping(id, "merge"), Json.object().put("other", other)));
    }

    @Command(name = "split", description = "Make a story of its own of what one source said.")
    void split(
            @Parameters(paramLabel = "ID") long id,
            @Parameters(paramLabel = "SOURCE") String source,
            @Parameters(paramLabel = "ITEM") String item) {
        tell(session.digestService()
                .post(clipping(id, "split"), Json.object().put("source", source).put("item", item)));
    }

    @Command(name = "link", description = "Say that two stories are one document in two languages.")
    void link(@Parameters(paramLabel = "ID") long id, @Parameters(paramLabel = "OTHER") long other) {
        tell(session.digestService()
                .post(clipping(id, "versions"), Json.object().put("other", other)));
    }

    @Command(name = "clip", description = "Make a story of the article on a web page; a copy of the page is kept.")
    void clip(@Parameters(paramLabel = "URL") String url) {
        JsonNode made = session.digestService()
                .post(RestPath.of("api", "clippings"), Json.object().put("url", url));
        session.answer(made, Json.lines(made));
    }

    @Command(
            name = "takedown",
            description =
                    "Take a story down for good: text, files and copies. What was mailed is mailed; the reason stays.")
    void takeDown(
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept.")
                    String reason) {
        JsonNode done = session.digestService()
                .post(clipping(id, "takedown"), Json.object().put("reason", reason));
        session.answer(done, "taken down: clipping " + id);
    }

    @Command(name = "takedowns", description = "Show what was taken down, by whom and why, newest first.")
    void takedowns() {
        new Listing(session, "takedowns", "id", "at", "by", "reason")
                .show(session.digestService().get(RestPath.of("api", "clippings", "takedowns")));
    }

    @Command(
            name = "import",
            description =
                    "Take stories out of a table (.csv: title,link,date,outlet,byline,kind,language,country,text) or a"
                            + " WordPress export (.xml).")
    int importFile(@Parameters(paramLabel = "FILE") Path file) {
        String name = String.valueOf(file.getFileName());
        String type = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? "text/csv" : "application/xml";
        JsonNode report =
                session.digestService().put(RestPath.of("api", "clippings").with("name", name), type, file);
        session.answer(
                report,
                "%d read: %d new, %d merged, %d changed, %d unchanged, %d rejected"
                        .formatted(
                                report.path("read").asInt(),
                                report.path("new").asInt(),
                                report.path("merged").asInt(),
                                report.path("changed").asInt(),
                                report.path("unchanged").asInt(),
                                report.path("rejected").asInt()));
        if (!session.json()) {
            report.path("problems")
                    .forEach(it -> session.say("line " + it.path("line").asInt() + ": "
                            + it.path("reason").asText()));
        }
        return report.path("rejected").asInt() == 0 ? 0 : 1;
    }

    private void tell(JsonNode found) {
        session.answer(found, Json.lines(found.path("clipping")));
        if (!session.json()) {
            new Listing(session, "origins", "source", "item", "seenAt:seen", "title").show(found);
            new Listing(session, "versions", "id", "language", "title").show(found);
        }
    }

    private static RestPath clipping(Object... segments) {
        return RestPath.of(
                Stream.concat(Stream.of("api", "clippings"), Stream.of(segments).map(String::valueOf))
                        .toArray(String[]::new));
    }
}
