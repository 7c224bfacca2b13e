package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.console.rest.RestPath;
import org.sampan.console.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan members}: who is on a list. */
@Command(
        name = "members",
        description = {
            "The members of a list. Keys of a member: name, organisation, country, language, timezone,",
            "mode (each, daily, daily-plain, weekly, weekly-plain, titles, none), moderated (true, false)."
        })
final class MembersCommand extends CommandGroup {

    private final Session session;

    MembersCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show the members of a list.")
    void list(
            @Parameters(paramLabel = "LIST") String list,
            @Mixin RosterOptions which,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "2147483647", hidden = true) int limit) {
        RestPath path = which.of(members(list));
        new Listing(session, "members", "email", "name", "organisation", "country", "language", "mode", "state")
                .show(session.mailServer(), path, limit);
    }

    @Command(name = "add", description = "Put one person on a list, without asking that person.")
    void add(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "EMAIL") String email,
            @Parameters(index = "2..*", arity = "0..*", paramLabel = "KEY=VALUE") @Nullable Map<String, String> fields) {
        ObjectNode wanted = Json.object().put("email", email);
        wanted.setAll(Json.fields(fields == null ? Map.of() : fields));
        JsonNode member = session.mailServer().post(members(list), wanted);
        session.answer(member, Json.text(member, "email") + " is on " + session.list(list));
    }

    @Command(name = "set", description = "Change one membership.")
    void set(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "EMAIL") String email,
            @Parameters(index = "2..*", arity = "1..*", paramLabel = "KEY=VALUE") Map<String, String> fields) {
        JsonNode member = session.mailServer().patch(member(list, email), Json.fields(fields));
        session.answer(member, Json.lines(member));
    }

    @Command(name = "remove", description = "Take one person off a list.")
    void remove(@Parameters(paramLabel = "LIST") String list, @Parameters(paramLabel = "EMAIL") String email) {
        session.mailServer().delete(member(list, email));
        session.say(session.json() ? "{}" : email + " is off " + session.list(list));
    }

    @Command(
            name = "import",
            description = {
                "Put all people of a CSV file on a list (UTF-8; header email,name,organisation,country,language,timezone,mode;",
                "only email is required). A bad line is reported and the others are taken; exit code 1 when there was one."
            })
    int importFile(
            @Parameters(paramLabel = "FILE.csv") Path file,
            @Option(names = "--list", paramLabel = "LIST", required = true, description = "The list, such as members.")
                    String list,
            @Option(names = "--preview", description = "Only say what would become of it; change nothing.")
                    boolean preview) {
        RestPath path = members(list).with("preview", preview ? "true" : "");
        JsonNode report = session.mailServer().put(path, "text/csv", file);
        if (session.json()) {
            session.say(Json.print(report));
        } else {
            showReport(report);
        }
        return report.path("rejected").asInt() == 0 ? 0 : 1;
    }

    @Command(
            name = "export",
            description = {
                "Print the members of a list as CSV, in the columns of the import.",
                "Redirect it: ./sampan members export --list members > members.csv"
            })
    void export(
            @Option(names = "--list", paramLabel = "LIST", required = true, description = "The list, such as members.")
                    String list,
            @Mixin RosterOptions which) {
        RestPath path = which.of(RestPath.of("lists", session.list(list), "members.csv"));
        try (InputStream csv = session.mailServer().raw(path)) {
            csv.transferTo(session.out());
        } catch (IOException e) {
            throw new UncheckedIOException("the members could not be read to their end", e);
        }
    }

    private void showReport(JsonNode report) {
        session.say(String.format(
                "%s lines read: %s added, %s updated, %s unchanged, %s rejected",
                Json.text(report, "read"),
                Json.text(report, "added"),
                Json.text(report, "updated"),
                Json.text(report, "unchanged"),
                Json.text(report, "rejected")));
        if (!report.path("problems").isEmpty()) {
            Table table = new Table("line", "email", "reason");
            report.path("problems")
                    .forEach(problem -> table.row(
                            Json.text(problem, "line"), Json.text(problem, "email"), Json.text(problem, "reason")));
            table.print(session.out());
        }
    }

    private RestPath members(String list) {
        return RestPath.of("lists", session.list(list), "members");
    }

    private RestPath member(String list, String email) {
        return RestPath.of("lists", session.list(list), "members", email);
    }
}
