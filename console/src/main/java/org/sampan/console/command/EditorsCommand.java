package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./sampan editors}: who works in the newsroom. */
@Command(name = "editors", description = "Who may choose, write, approve and send in the newsroom (its pages: /desk).")
final class EditorsCommand extends CommandGroup {

    private static final RestPath EDITORS = RestPath.of("api", "editors");

    private final Session session;

    EditorsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show all editors.")
    void list() {
        new Listing(session, "editors", "email", "addedBy:by", "addedAt:since")
                .show(session.digestService().get(EDITORS));
    }

    @Command(name = "add", description = "Let somebody in; they sign in on the pages with a link mailed to them.")
    void add(@Parameters(paramLabel = "EMAIL") String email) {
        JsonNode made = session.digestService().post(EDITORS, Json.object().put("email", email));
        session.answer(made, Json.text(made, "email") + " is an editor");
    }

    @Command(name = "remove", description = "Take somebody out; their next click no longer works.")
    void remove(@Parameters(paramLabel = "EMAIL") String email) {
        session.digestService().delete(RestPath.of("api", "editors", email));
        session.say(session.json() ? "{}" : "removed " + email);
    }
}
