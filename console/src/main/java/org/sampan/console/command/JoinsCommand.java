package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Command(name = "decisions", description = "Show who was let in by whom and who was not, the latest first.")
    void decisions(@Parameters(paramLabel = "LIST") String list, @Mixin HowMany howMany) {
        new Listing(session, "admissions", "id", "at", "decision", "by", "email", "name", "reason")
                .show(session.mailServer(), path(list, "admissions"), howMany.limit());
    }

    @Command(name = "invited", description = "Show who was invited and did not answer yet.")
    void invited(@Parameters(paramLabel = "LIST") String list) {
        new Listing(session, "invitations", "email", "name", "expiresAt:expires")
                .show(session.mailServer().get(path(list, "invitations")));
    }

    @Command(
            name = "invite",
            description = {
                "Ask people to come on a list; nobody is put on it without saying yes: by their addresses, or all of a",
                "CSV file (UTF-8; header email,name,language; only email is required). Exit code 1 when one was not asked."
            })
    int invite(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(index = "1..*", arity = "0..500", paramLabel = "EMAIL") @Nullable List<String> emails,
            @Mixin InvitationOptions options) {
        if (options.file() == null && emails == null) {
            session.complain("name the people to invite, or --file people.csv");
            return 2;
        }
        ObjectNode wanted = options.words();
        boolean whole = true;
        if (options.file() == null) {
            Stream.ofNullable(emails).flatMap(List::stream).forEach(wanted.putArray("emails")::add);
        } else {
            JsonNode read = session.mailServer()
                    .put(
                            RestPath.of("lists", session.list(list), "invitations", "preview"),
                            "text/csv",
                            options.file());
            whole = read.path("problems").isEmpty();
            if (options.preview() || read.path("results").isEmpty()) {
                return preview(read);
            }
            showProblems(read);
            read.path("results").forEach(wanted.withArray("people")::add);
            wanted.path("people").forEach(person -> ((ObjectNode) person).remove("result"));
        }
        JsonNode results = session.mailServer().post(path(list, "invitations"), wanted);
        new Listing(session, "results", "email", "result").show(results);
        return whole && all(results) ? 0 : 1;
    }

    /** What is said to those who are invited, and where they are named. */
    static final class InvitationOptions {
        @Option(names = "--file", paramLabel = "FILE.csv", description = "Invite all people of this file, at most 500.")
        private @Nullable Path file;

        @Option(names = "--preview", description = "Only say whom the file would reach; write to nobody.")
        private boolean preview;

        @Option(names = "--words", paramLabel = "TEXT", defaultValue = "", description = "What you say to them.")
        private String words = "";

        @Option(names = "--language", paramLabel = "TAG", defaultValue = "", description = "The mail's language.")
        private String language = "";

        @Nullable Path file() {
            return file;
        }

        boolean preview() {
            return preview;
        }

        ObjectNode words() {
            return Json.object().put("words", words).put("language", language);
        }
    }

    private int preview(JsonNode read) {
        if (!session.json()) {
            showProblems(read);
        }
        new Listing(session, "results", "email", "name", "language", "result").show(read);
        return read.path("problems").isEmpty() && all(read) ? 0 : 1;
    }

    /** Bad lines are told, and the others taken. */
    private void showProblems(JsonNode read) {
        read.path("problems")
                .forEach(problem -> session.complain("line " + Json.text(problem, "line") + ": "
                        + Json.text(problem, "email") + ": " + Json.text(problem, "reason")));
    }

    private static boolean all(JsonNode results) {
        return StreamSupport.stream(results.path("results").spliterator(), false)
                .allMatch(it -> Json.text(it, "result").equals("invited"));
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
