package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan people}: one person over all lists. */
@Command(name = "people", description = "One person over all lists.")
final class PeopleCommand extends CommandGroup {

    private final Session session;

    PeopleCommand(Session session) {
        this.session = session;
    }

    @Command(name = "show", description = "Show a person's subscriptions, and what came back from the address and why.")
    void show(@Parameters(paramLabel = "EMAIL") String email) {
        JsonNode person = session.mailServer().get(RestPath.of("people", email));
        if (session.json()) {
            session.say(Json.print(person));
            return;
        }
        ObjectNode plain = person.deepCopy();
        plain.remove("subscriptions");
        plain.remove("preferences");
        plain.remove("addresses");
        plain.remove("bounces");
        session.say(Json.lines(plain));
        ObjectNode preferences = Json.object();
        person.path("preferences")
                .properties()
                .forEach(field -> preferences.set("preferences." + field.getKey(), field.getValue()));
        session.say(Json.lines(preferences));
        ObjectNode bounces = Json.object();
        person.path("bounces").properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> bounces.set("bounces." + field.getKey(), field.getValue()));
        session.say(Json.lines(bounces));
        session.say("");
        new Listing(session, "subscriptions", "list", "mode", "state", "moderated", "joinedAt:joined").show(person);
        showUnlessEmpty(person, "troubles", "list:in trouble on", "stage", "since", "removedAt:removed");
        showUnlessEmpty(person, "seen", "at:came back", "list", "kind", "points", "storm", "reply");
    }

    private void showUnlessEmpty(JsonNode person, String items, String... fields) {
        JsonNode bounces = person.path("bounces");
        if (!bounces.path(items).isEmpty()) {
            session.say("");
            new Listing(session, items, fields).show(bounces);
        }
    }

    @Command(
            name = "move",
            description = "Send all lists of a person to another address, once both have said yes by mail.")
    void move(@Parameters(paramLabel = "EMAIL") String email, @Parameters(paramLabel = "NEW") String address) {
        JsonNode asked = session.mailServer()
                .post(RestPath.of("people", email, "move"), Json.object().put("address", address));
        session.answer(asked, "asked " + email + " and " + address);
    }

    @Command(name = "erase", description = "Forget a person: every subscription and every record. Cannot be undone.")
    int erase(
            @Parameters(paramLabel = "EMAIL") String email,
            @Option(
                            names = "--with-posts",
                            description =
                                    "Take what the person wrote out of every archive too. Without it the posts stay.")
                    boolean withPosts,
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        String what = withPosts ? ", with all posts," : "";
        if (!Confirmation.given(yes, "Forget everything about " + email + what + "?")) {
            return 1;
        }
        if (withPosts) {
            session.mailServer()
                    .post(
                            RestPath.of("people", email, "posts", "remove"),
                            Json.object().put("reason", "erased at the author's wish"));
        }
        session.mailServer().delete(RestPath.of("people", email));
        session.say(session.json() ? "{}" : "forgot " + email);
        return 0;
    }
}
