package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan held}: posts that wait for a moderator. */
@Command(name = "held", description = "Posts that wait for a moderator.")
final class HeldCommand extends CommandGroup {

    private final Session session;

    HeldCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show what waits.")
    void list(@Parameters(paramLabel = "LIST") String list) {
        new Listing(session, "held", "id", "heldAt:held", "from", "subject", "reason")
                .show(session.mailServer().get(RestPath.of("lists", session.list(list), "held")));
    }

    @Command(name = "decisions", description = "Show who decided what, the latest first.")
    void decisions(@Parameters(paramLabel = "LIST") String list, @Mixin HowMany howMany) {
        new Listing(session, "decisions", "id", "at", "decision", "by", "from", "subject", "because", "words")
                .show(session.mailServer(), RestPath.of("lists", session.list(list), "decisions"), howMany.limit());
    }

    @Command(name = "show", description = "Print one held post as it was received.")
    void show(@Parameters(paramLabel = "LIST") String list, @Parameters(paramLabel = "ID") String id) {
        try (InputStream message =
                session.mailServer().raw(RestPath.of("lists", session.list(list), "held", id, "raw"))) {
            message.transferTo(session.out());
        } catch (IOException e) {
            throw new UncheckedIOException("the message could not be read", e);
        }
    }

    @Command(name = "approve", description = "Let it through to the list.")
    void approve(@Parameters(paramLabel = "LIST") String list, @Parameters(paramLabel = "ID") String id) {
        decide(list, id, "approve", Json.object());
    }

    @Command(name = "accept", description = "Let it through, and from now on all from its author.")
    void accept(@Parameters(paramLabel = "LIST") String list, @Parameters(paramLabel = "ID") String id) {
        decide(list, id, "accept", Json.object());
    }

    @Command(name = "reject", description = "Send it back to its author.")
    void reject(
            @Parameters(paramLabel = "LIST") String list,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--because",
                            paramLabel = "REASON",
                            defaultValue = "",
                            description = "A reason the author reads in the author's language: off-topic, already-sent,"
                                    + " for-one-person, too-large, tone, secretariat-first.")
                    String because,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "What the author is told in your own words.")
                    String reason) {
        ObjectNode words = Json.object();
        if (!because.isEmpty()) {
            words.put("because", because);
        }
        if (!reason.isEmpty()) {
            words.put("reason", reason);
        }
        decide(list, id, "reject", words);
    }

    @Command(name = "discard", description = "Drop it without a word.")
    void discard(@Parameters(paramLabel = "LIST") String list, @Parameters(paramLabel = "ID") String id) {
        decide(list, id, "discard", Json.object());
    }

    private void decide(String list, String id, String decision, ObjectNode words) {
        JsonNode decided =
                session.mailServer().post(RestPath.of("lists", session.list(list), "held", id, decision), words);
        session.answer(decided, Json.text(decided, "id") + " " + Json.text(decided, "decision"));
    }
}
