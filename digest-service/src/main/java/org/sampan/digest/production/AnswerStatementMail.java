package org.sampan.digest.production;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.WaitingMail;
import org.sampan.digest.newsroom.EditorNote;
import org.sampan.digest.newsroom.EditorNotes;
import org.sampan.digest.page.Messages;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.Statement;
import org.springframework.stereotype.Component;

/** Tells who mailed a statement where its draft is, and what of the mail could not be taken over. Once, also after a crash. */
@Component
class AnswerStatementMail {
    private final EditorNotes notes;
    private final TellEditors editors;
    private final Messages messages;
    private final Settings settings;
    private final Clock clock;

    AnswerStatementMail(EditorNotes notes, TellEditors editors, Messages messages, Settings settings, Clock clock) {
        this.notes = notes;
        this.editors = editors;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    void tell(
            WaitingMail mail,
            Statement statement,
            MailedWish wish,
            MailedWish.Verdict verdict,
            List<MailedProblem> problems) {
        sender(mail).ifPresent(email -> {
            Locale language = editors.languageOf(email);
            boolean goes = statement.latest().state() == State.EMBARGOED;
            String key = "statement.mailed." + (goes ? "embargoed" : "draft");
            Map<String, String> values = values(statement, wish);
            String text = messages.text(language, key + ".text", values) + "\r\n\r\n"
                    + settings.web().url() + "/desk/statements/" + statement.id() + "\r\n"
                    + reasons(language, mail, verdict) + problems(language, problems);
            notes.add(new EditorNote(
                    email,
                    "mailed." + statement.id(),
                    language,
                    messages.text(language, key + ".subject", values),
                    text,
                    clock.instant()));
        });
    }

    /** Who wrote it, or else who submitted it. There is nothing of the statement in the answer but its title. */
    private static Optional<EmailAddress> sender(WaitingMail mail) {
        return Stream.of(Optional.ofNullable(mail.from()), Optional.ofNullable(mail.account()))
                .flatMap(Optional::stream)
                .map(EmailAddress::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<String, String> values(Statement statement, MailedWish wish) {
        String title = statement.title().isEmpty() ? statement.id().toString() : statement.title();
        return Map.of(
                "title",
                title,
                "lists",
                wish.lists().stream().map(MailingList::name).collect(Collectors.joining(", ")),
                "time",
                statement
                        .latest()
                        .content()
                        .embargo()
                        .map(Embargo::time)
                        .map(time -> time.toLocalTime() + " UTC")
                        .orElse(""));
    }

    private String reasons(Locale language, WaitingMail mail, MailedWish.Verdict verdict) {
        if (!verdict.wanted() || verdict.goes()) {
            return "";
        }
        Map<String, String> values =
                Map.of("account", Optional.ofNullable(mail.account()).orElse("?"));
        return "\r\n" + messages.text(language, "statement.mailed.stays") + "\r\n"
                + verdict.stays().stream()
                        .map(it -> "* " + messages.text(language, "statement.mailed.stays." + it, values) + "\r\n")
                        .collect(Collectors.joining());
    }

    private String problems(Locale language, List<MailedProblem> problems) {
        return problems.isEmpty()
                ? ""
                : "\r\n" + messages.text(language, "statement.mailed.problems") + "\r\n"
                        + problems.stream()
                                .map(it -> "* " + messages.text(language, it.key(), it.values()) + "\r\n")
                                .collect(Collectors.joining());
    }
}
