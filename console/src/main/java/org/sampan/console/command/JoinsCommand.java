package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan joins}: who wants to come on a list, or is asked to. */
@Command(name = "joins", description = "Who wants to come on a list, or is invited to.")
final class JoinsCommand extends CommandGroup {

    private final Session session;

    JoinsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show who waits to be let in.")
    void list(@Parameters(paramLabel = "LIST") String list) {
        new Listing(session, "waiting", "id", "askedAt:asked", "email", "name", "language")
                .show(session.mailServer().get(path(list, "waiting")));
    }

    @Command(name = "admit", description = "Let somebody in.")
    void admit(@Parameters(paramLabel = "LIST") String list, @Parameters(paramLabel = "ID") String id) {
        decide(list, id, "admit", Json.object());
    }

    @Command(name = "refuse", description = "Say no.")
    void refuse(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "What the applicant is told.")
                    String reason) {
        decide(list, id, "refuse", Json.object().put("reason", reason));
    }

    @Command(name = "invited", description = "Show who was invited and did not answer yet.")
    void invited(@Parameters(paramLabel = "LIST") String list) {
        new Listing(session, "invitations", "email", "name", "expiresAt:expires")
                .show(session.mailServer().get(path(list, "invitations")));
    }

    @Command(
            name = "invite",
            description =
                    "Ask people to come on a list; nobody is put on it without saying yes. Exit code 1 when one was not asked.")
    int invite(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(index = "1..*", arity = "1..500", paramLabel = "EMAIL") List<String> emails,
            @Option(names = "--words", paramLabel = "TEXT", defaultValue = "", description = "What you say to them.")
                    String words,
            @Option(names = "--language", paramLabel = "TAG", defaultValue = "", description = "The mail's language.")
                    String language) {
        ObjectNode wanted = Json.object().put("words", words).put("language", language);
        emails.forEach(wanted.putArray("emails")::add);
        JsonNode results = session.mailServer().post(path(list, "invitations"), wanted);
        new Listing(session, "results", "email", "result").show(results);
        for (JsonNode result : results.path("results")) {
            if (!Json.text(result, "result").equals("invited")) {
                return 1;
            }
        }
        return 0;
    }

    @Command(name = "reasons", description = "Show why people left, without their names.")
    void reasons(@Parameters(paramLabel = "LIST") String list) {
        JsonNode reasons = session.mailServer().get(path(list, "departures"));
        if (session.json()) {
            session.say(Json.print(reasons));
        } else {
            reasons.path("reasons").forEach(reason -> session.say(reason.asText()));
        }
    }

    private void decide(String list, String id, String decision, ObjectNode words) {
        JsonNode decided =
                session.mailServer().post(RestPath.of("lists", session.list(list), "waiting", id, decision), words);
        session.answer(decided, Json.text(decided, "email") + " " + Json.text(decided, "decision"));
    }

    private RestPath path(String list, String what) {
        return RestPath.of("lists", session.list(list), what);
    }
}
