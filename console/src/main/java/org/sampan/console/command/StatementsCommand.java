package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sampan.console.rest.Multipart;
import org.sampan.console.rest.RestPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sampan statements}: what the network says in its own name, from the draft to the withdrawal. */
@Command(
        name = "statements",
        description = "What the network says in its own name: written, approved, sent, corrected, withdrawn.")
final class StatementsCommand extends CommandGroup {

    private static final RestPath STATEMENTS = RestPath.of("api", "statements");

    private final Session session;

    StatementsCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "Show statements, newest first.")
    void list(@Mixin HowMany howMany) {
        new Listing(session, "statements", "id", "state", "createdAt:begun", "createdBy:by", "title")
                .show(session.digestService(), STATEMENTS, howMany.limit());
    }

    @Command(name = "show", description = "Show one statement with its versions, and how far each list is.")
    void show(@Parameters(paramLabel = "ID") long id) {
        JsonNode found = session.digestService().get(path(id));
        StringBuilder text = new StringBuilder("statement " + id + ": " + Json.text(found, "title") + "\nstate: "
                + Json.text(found, "state") + "\npage: " + Json.text(found, "url"));
        found.path("versions").forEach(version -> {
            text.append("\nversion ")
                    .append(Json.text(version, "number"))
                    .append(": ")
                    .append(Json.text(version, "state"));
            text.append(" in ").append(joined(version.path("languages"), "language"));
            version.path("lists")
                    .forEach(list -> text.append("\n  ")
                            .append(Json.text(list, "list"))
                            .append(": ")
                            .append(Json.text(list, "step"))
                            .append(' ')
                            .append(Json.text(list, "reason")));
        });
        session.answer(found, text.toString());
    }

    @Command(name = "send", description = "Send a statement, written in Markdown, to one or more lists.")
    void send(@Mixin StatementOptions statement, @Mixin MoreOptions more) {
        Multipart form = statement.form(session);
        more.addTo(form);
        JsonNode sent = session.digestService().post(STATEMENTS, form);
        String waits = joined(sent.path("pending"), "");
        session.answer(
                sent,
                "statement " + Json.text(sent, "id") + " as " + Json.text(sent, "messageId") + " for "
                        + joined(sent.path("lists"), "") + (waits.isEmpty() ? "" : "; waiting: " + waits));
    }

    /** The options of {@code ./sampan statements send} that {@code ./sampan posts send} has not. */
    static final class MoreOptions {
        @Mixin
        private FurtherTexts texts = new FurtherTexts();

        @Option(
                names = "--title",
                paramLabel = "xx=TEXT",
                description = "The title in a further language; one for each --text.")
        private Map<String, String> titles = Map.of();

        @Option(names = "--signed-by", paramLabel = "NAME", description = "Who signs it; may be given again.")
        private List<String> signatories = List.of();

        @Option(
                names = "--embargo",
                paramLabel = "TIME",
                defaultValue = "",
                description = "Nothing goes out before: \"2026-12-01T09:00 Asia/Bangkok\".")
        private String embargo = "";

        @Option(names = "--draft", description = "Keep it as a draft; send nothing.")
        private boolean draft;

        void addTo(Multipart form) {
            texts.addTo(form);
            titles.forEach((language, title) -> form.field("subject." + language, title));
            signatories.forEach(name -> form.field("signatory", name));
            if (!embargo.isEmpty()) {
                form.field("embargo", embargo);
            }
            if (draft) {
                form.field("draft", "true");
            }
        }
    }

    @Command(name = "ask", description = "Ask a second person to approve a draft.")
    void ask(@Parameters(paramLabel = "ID") long id) {
        decide(id, "ask", Json.object());
    }

    @Command(name = "approve", description = "Approve exactly what a statement says now; not by who wrote it last.")
    void approve(@Parameters(paramLabel = "ID") long id) {
        decide(id, "approve", Json.object());
    }

    @Command(name = "reject", description = "Ask for changes.")
    void reject(
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "What should be different.")
                    String reason) {
        decide(id, "reject", Json.object().put("reason", reason));
    }

    @Command(name = "release", description = "Let a draft or approved statement go: now, or when its embargo ends.")
    void release(@Parameters(paramLabel = "ID") long id) {
        decide(id, "send", Json.object());
    }

    @Command(name = "hold", description = "Do not let it go by itself.")
    void hold(@Parameters(paramLabel = "ID") long id) {
        decide(id, "hold", Json.object());
    }

    @Command(name = "stop", description = "Stop sending: whoever has not got it yet will not.")
    int stop(
            @Parameters(paramLabel = "ID") long id, @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        if (!Confirmation.given(yes, "Stop sending statement " + id + "?")) {
            return 1;
        }
        decide(id, "stop", Json.object());
        return 0;
    }

    @Command(
            name = "correct",
            description = "Begin a correction: a further version, for exactly those who received the one before.")
    void correct(@Parameters(paramLabel = "ID") long id, @Mixin CorrectionOptions correction) {
        JsonNode made = session.digestService()
                .post(RestPath.of("api", "statements", Long.toString(id), "correct"), correction.form());
        session.answer(made, "the correction is a draft: look at it, then ./sampan statements release " + id);
    }

    /** What a correction says otherwise. */
    static final class CorrectionOptions {
        @Option(names = "--changes", paramLabel = "TEXT", required = true, description = "What it corrects, in words.")
        private String changes = "";

        @Option(
                names = "--changes-in",
                paramLabel = "xx=TEXT",
                description = "The same in a further language; where there is none, readers see --changes.")
        private Map<String, String> translations = Map.of();

        @Option(names = "--subject", paramLabel = "TEXT", description = "Another title.")
        private @Nullable String subject;

        @Option(names = "--file", paramLabel = "FILE.md", description = "Another text.")
        private @Nullable Path file;

        @Mixin
        private FurtherTexts texts = new FurtherTexts();

        Multipart form() {
            Multipart form = new Multipart().field("changes", changes);
            translations.forEach((language, words) -> form.field("changes." + language, words));
            if (subject != null) {
                form.field("subject", subject);
            }
            if (file != null) {
                form.file("body", file, FurtherTexts.MARKDOWN);
            }
            texts.addTo(form);
            return form;
        }
    }

    @Command(
            name = "older",
            description = "Let a translation of an older original go as it is; its readers are told so.")
    void older(@Parameters(paramLabel = "ID") long id, @Parameters(paramLabel = "xx") String language) {
        decide(id, "older", Json.object().put("language", language));
    }

    @Command(name = "withdraw", description = "Withdraw a statement; its page says so.")
    int withdraw(
            @Parameters(paramLabel = "ID") long id,
            @Mixin WithdrawalOptions withdrawal,
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        if (!Confirmation.given(yes, "Withdraw statement " + id + "?")) {
            return 1;
        }
        decide(id, "withdraw", withdrawal.json());
        return 0;
    }

    /** Why and how a statement is withdrawn. */
    static final class WithdrawalOptions {
        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                required = true,
                description = "Why, for everybody to read, in the language of the original.")
        private String reason = "";

        @Option(
                names = "--reason-in",
                paramLabel = "xx=TEXT",
                description = "The same in a further language; where there is none, readers see --reason.")
        private Map<String, String> translations = Map.of();

        @Option(names = "--remove-text", description = "Take its text and files off the page.")
        private boolean removed;

        @Option(names = "--tell", description = "Tell those who received it by mail.")
        private boolean tell;

        ObjectNode json() {
            ObjectNode wanted =
                    Json.object().put("reason", reason).put("removed", removed).put("tell", tell);
            ObjectNode others = wanted.putObject("translations");
            translations.forEach(others::put);
            return wanted;
        }
    }

    private void decide(long id, String verb, ObjectNode wanted) {
        JsonNode statement =
                session.digestService().post(RestPath.of("api", "statements", Long.toString(id), verb), wanted);
        session.answer(statement, "statement " + id + ": " + Json.text(statement, "state"));
    }

    private static RestPath path(long id) {
        return RestPath.of("api", "statements", Long.toString(id));
    }

    /** @param field of each; empty: the values themselves */
    private static String joined(JsonNode values, String field) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(it -> field.isEmpty() ? it.asText() : Json.text(it, field))
                .collect(Collectors.joining(", "));
    }
}
