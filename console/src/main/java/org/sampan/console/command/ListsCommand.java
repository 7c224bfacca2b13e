package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan lists}: the mailing lists themselves. */
@Command(name = "lists", description = "The mailing lists. What can be set on one: ./sampan lists settings")
final class ListsCommand extends CommandGroup {

    private final Session session;

    ListsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show all lists.")
    void list() {
        new Listing(session, "lists", "address", "name", "visibility", "joining", "posting", "language", "members")
                .show(session.mailServer().get(RestPath.of("lists")));
    }

    @Command(name = "show", description = "Show one list.")
    void show(@Parameters(paramLabel = "LIST") String list) {
        JsonNode found = session.mailServer().get(path(list));
        session.answer(found, Json.lines(found));
    }

    @Command(name = "add", description = "Make a list.")
    void add(
            @Parameters(paramLabel = "LIST", description = "Its address, or what stands before the @.") String list,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY=VALUE") @Nullable Map<String, String> fields) {
        ObjectNode wanted = Json.object().put("address", session.list(list));
        wanted.setAll(Json.fields(fields == null ? Map.of() : fields));
        JsonNode made = session.mailServer().post(RestPath.of("lists"), wanted);
        session.answer(made, "made " + Json.text(made, "address"));
    }

    @Command(name = "settings", description = "Explain what can be set on a list.")
    void settings() {
        new Listing(session, "settings", "name", "allowed", "standard", "explanation")
                .show(session.mailServer().get(RestPath.of("list-settings")));
    }

    @Command(name = "rules", description = "Show what is looked at when somebody posts, in order.")
    void rules(
            @Parameters(paramLabel = "LIST") String list,
            @Option(names = "--language", description = "Explain in this language: th.") @Nullable String language) {
        RestPath rules = RestPath.of("lists", session.list(list), "rules");
        new Listing(session, "rules", "order", "name", "applies", "explanation")
                .show(session.mailServer().get(language == null ? rules : rules.with("language", language)));
    }

    @Command(name = "set", description = "Change a list.")
    void set(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE") Map<String, String> fields) {
        JsonNode changed = session.mailServer().patch(path(list), Json.fields(fields));
        session.answer(changed, Json.lines(changed));
    }

    @Command(
            name = "move",
            description = {
                "Bring people, roles and settings of a list on another server onto one that is here: files of Mailman 2",
                "(list_members -f, config_list -o), Mailman 3 (mailman members, or JSON of its REST), Sympa (dump, review)",
                "and listmonk (CSV); which it is is found out. Nobody is written to, no password is read, and what opens a",
                "list is told, not taken. Exit code 1 when somebody could not be taken."
            })
    int move(@Parameters(paramLabel = "LIST") String list, @Mixin MoveOptions files) {
        return new MoveList(session, session.list(list), files.read()).run(files.isCheck());
    }

    @Command(name = "remove", description = "Remove a list with its members; its archive goes too.")
    int remove(
            @Parameters(paramLabel = "LIST") String list,
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        if (!Confirmation.given(yes, "Remove " + session.list(list) + " with members and archive?")) {
            return 1;
        }
        session.mailServer().delete(path(list));
        session.say(session.json() ? "{}" : "removed " + session.list(list));
        return 0;
    }

    private RestPath path(String list) {
        return RestPath.of("lists", session.list(list));
    }
}
