package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Tells what became of the files of an old archive, one after the other. */
final class ArchiveReport {
    private final Session session;
    private final boolean check;
    private final ObjectNode all = Json.object();
    private boolean whole = true;

    /** @param check nothing was done */
    ArchiveReport(Session session, boolean check) {
        this.session = session;
        this.check = check;
    }

    void show(Path file, JsonNode report) {
        whole &= report.path("broken").asLong() == 0;
        if (session.json()) {
            ((ObjectNode) report).put("file", file.toString());
            all.withArray("files").add(report);
            return;
        }
        session.say(String.format(
                "%s: %s messages read: %s %s, %s known already, %s broken",
                file.getFileName(),
                Json.text(report, "read"),
                Json.text(report, "added"),
                check ? "new" : "added",
                Json.text(report, "known"),
                Json.text(report, "broken")));
        if (!report.path("first").isNull()) {
            session.say("  from " + day(report, "first") + " to " + day(report, "last") + "; "
                    + Json.text(report, "redated") + " with a wrong date, " + Json.text(report, "withoutId")
                    + " without a Message-ID" + joined(report));
        }
        showProblems(report);
    }

    /** @return the exit code */
    int end() {
        if (session.json()) {
            session.say(Json.print(all));
        }
        return whole ? 0 : 1;
    }

    private String joined(JsonNode report) {
        return check ? "" : ", " + Json.text(report, "joined") + " answers joined to what they answer";
    }

    /** Whole lines: a table would cut off why. */
    private void showProblems(JsonNode report) {
        report.path("problems")
                .forEach(problem -> session.say(String.join(
                                " ",
                                "  message",
                                Json.text(problem, "message"),
                                "in line",
                                Json.text(problem, "line") + ":",
                                Json.text(problem, "kind") + ":",
                                Json.text(problem, "reason"),
                                Json.text(problem, "messageId"))
                        .strip()
                        .indent(2)
                        .stripTrailing()));
    }

    private static String day(JsonNode report, String field) {
        return OffsetDateTime.parse(Json.text(report, field))
                .atZoneSameInstant(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
