package org.sampan.digest.production;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.EditorNote;
import org.sampan.digest.newsroom.EditorNotes;
import org.sampan.digest.page.Messages;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.Rejection;
import org.sampan.digest.statement.Statement;
import org.springframework.stereotype.Component;

/** Tells editors by mail that a statement waits for a second person, and its author that changes are asked for. */
@Component
public class TellOfStatement {
    private final TellEditors editors;
    private final EditorNotes notes;
    private final Messages messages;
    private final Settings settings;
    private final Clock clock;

    TellOfStatement(TellEditors editors, EditorNotes notes, Messages messages, Settings settings, Clock clock) {
        this.editors = editors;
        this.notes = notes;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** All but who wrote it; once for exactly what it says. */
    public void asked(Statement statement) {
        String by = statement.latest().changedBy();
        String name = "approve-statement." + statement.id() + "."
                + statement.latest().content().fingerprint().substring(0, 16);
        editors.tell(
                new TellEditors.News(
                        name, "statement.note.asked", Map.of("title", title(statement), "by", by), path(statement)),
                Optional.of(by));
    }

    /** Who wrote it, when that is a person. */
    public void rejected(Statement statement) {
        Optional<EmailAddress> author = EmailAddress.parse(statement.latest().changedBy());
        statement.latest().rejection().ifPresent(no -> author.ifPresent(email -> tell(email, statement, no)));
    }

    private void tell(EmailAddress author, Statement statement, Rejection no) {
        Locale language = editors.languageOf(author);
        Map<String, String> values = Map.of("title", title(statement), "by", no.by(), "reason", no.reason());
        notes.add(new EditorNote(
                author,
                "rejected-statement." + statement.id() + "." + no.at().toEpochMilli(),
                language,
                messages.text(language, "statement.note.rejected.subject", values),
                messages.text(language, "statement.note.rejected.text", values) + "\r\n\r\n"
                        + settings.web().url() + path(statement) + "\r\n",
                clock.instant()));
    }

    private static String title(Statement statement) {
        return statement.title().isEmpty() ? statement.id().toString() : statement.title();
    }

    private static String path(Statement statement) {
        return "/desk/statements/" + statement.id();
    }
}
