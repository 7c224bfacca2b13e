package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sampan.console.rest.RestPath;
import org.sampan.console.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./sampan stewards}: who answers for a list, decides on it, or is kept off it. */
@Command(
        name = "stewards",
        description = "Owners, moderators and banned senders of a list. ROLE is owners, moderators or banned.")
final class StewardsCommand extends CommandGroup {
    private static final List<String> ROLES = List.of("owners", "moderators", "banned");

    private final Session session;

    StewardsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show them.")
    void list(@Parameters(paramLabel = "LIST") String list) {
        show(session.mailServer().get(path(list)));
    }

    @Command(name = "add", description = "Give somebody a role.")
    int add(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "ROLE") String role,
            @Parameters(index = "2..*", arity = "1..*", paramLabel = "EMAIL") List<String> emails) {
        return change(list, role, emails, true);
    }

    @Command(name = "remove", description = "Take a role from somebody.")
    int remove(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "ROLE") String role,
            @Parameters(index = "2..*", arity = "1..*", paramLabel = "EMAIL") List<String> emails) {
        return change(list, role, emails, false);
    }

    private int change(String list, String role, List<String> emails, boolean add) {
        if (!ROLES.contains(role)) {
            session.say("ROLE is one of " + String.join(", ", ROLES) + ", not " + role);
            return 2;
        }
        Set<String> now = new LinkedHashSet<>();
        session.mailServer().get(path(list)).path(role).forEach(each -> now.add(each.asText()));
        for (String email : emails) {
            now.removeIf(email::equalsIgnoreCase);
            if (add) {
                now.add(email);
            }
        }
        ObjectNode wanted = Json.object();
        ArrayNode all = wanted.putArray(role);
        now.forEach(all::add);
        show(session.mailServer().patch(path(list), wanted));
        return 0;
    }

    private void show(JsonNode stewards) {
        if (session.json()) {
            session.say(Json.print(stewards));
            return;
        }
        Table table = new Table("role", "address");
        ROLES.forEach(role -> stewards.path(role).forEach(each -> table.row(role, each.asText())));
        table.print(session.out());
    }

    private RestPath path(String list) {
        return RestPath.of("lists", session.list(list), "stewards");
    }
}
