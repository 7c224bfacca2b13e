package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sampan.console.rest.RefusedException;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./sampan runs}: what the newsroom has been asked to do, and how far it has come. */
@Command(name = "runs", description = "What the newsroom was asked to make or collect; let it go on, or stop it.")
final class RunsCommand extends CommandGroup {

    private static final String RUNS = "runs";

    private final Session session;

    RunsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show runs, newest first.")
    void list(@Mixin HowMany howMany) {
        new Listing(session, RUNS, "run", "job", "edition", "state", "step", "startedAt:started", "message")
                .show(session.digestService(), RestPath.of("api", RUNS), howMany.limit());
    }

    @Command(name = "show", description = "Show one run with its log, and how far its edition is to the readers.")
    void show(@Parameters(paramLabel = "RUN") long run) {
        JsonNode shown = session.digestService().get(path(run));
        JsonNode delivery = delivery(Json.text(shown, "edition"));
        ((ObjectNode) shown).set("delivery", delivery);
        session.answer(shown, words(shown) + (delivery.isNull() ? "" : "\n" + EditionDeliveryReport.of(delivery)));
    }

    /** JSON's null while there is none. */
    private JsonNode delivery(String edition) {
        if (edition.isEmpty()) {
            return Json.object().nullNode();
        }
        try {
            String[] named = edition.split("/", 2);
            return session.digestService().get(RestPath.of("api", "editions", named[0], named[1], "delivery"));
        } catch (RefusedException notSent) {
            return Json.object().nullNode();
        }
    }

    @Command(name = "retry", description = "Let a run go on that failed, waits or was stopped. Nothing is sent twice.")
    void retry(@Parameters(paramLabel = "RUN") long run) {
        change(run, "retry");
    }

    @Command(name = "stop", description = "Stop a run; of what is sent, call back the copies that have not left.")
    void stop(@Parameters(paramLabel = "RUN") long run) {
        change(run, "stop");
    }

    private void change(long run, String what) {
        JsonNode changed = session.digestService().post(path(run, what), Json.object());
        session.answer(changed, words(changed));
    }

    private static RestPath path(long run, String... below) {
        return below.length == 0
                ? RestPath.of("api", RUNS, Long.toString(run))
                : RestPath.of("api", RUNS, Long.toString(run), below[0]);
    }

    private static String words(JsonNode run) {
        StringBuilder words = new StringBuilder(String.format(
                "run %s, %s %s: %s at %s",
                Json.text(run, "run"),
                Json.text(run, "job"),
                Json.text(run, "edition"),
                Json.text(run, "state"),
                Json.text(run, "step")));
        if (!Json.text(run, "message").isEmpty()) {
            words.append(", ").append(Json.text(run, "message"));
        }
        run.path("lines")
                .forEach(line -> words.append("\n  ")
                        .append(Json.text(line, "at"))
                        .append("  ")
                        .append(Json.text(line, "what"))
                        .append("  ")
                        .append(Json.text(line, "detail")));
        return words.toString();
    }
}
