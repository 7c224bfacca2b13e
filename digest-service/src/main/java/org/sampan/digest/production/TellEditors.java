package org.sampan.digest.production;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.digest.edition.EditionOutline;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Series;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.Person;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.EditorNote;
import org.sampan.digest.newsroom.EditorNotes;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.page.Messages;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/** Tells the editors by mail, each in their own language and once, that something waits at the desk. */
@Component
public class TellEditors {
    private final Editors editors;
    private final EditorNotes notes;
    private final MailServer mailServer;
    private final Messages messages;
    private final Settings settings;
    private final Clock clock;

    TellEditors(
            Editors editors,
            EditorNotes notes,
            MailServer mailServer,
            Messages messages,
            Settings settings,
            Clock clock) {
        this.editors = editors;
        this.notes = notes;
        this.mailServer = mailServer;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param name an editor is told of the same name once
     * @param key of the texts {@code <key>.subject} and {@code <key>.text}
     * @param path of the page it is about
     */
    public record News(String name, String key, Map<String, ?> values, String path) {}

    void draftIsReady(EditionOutline edition) {
        tell(
                new News(
                        "draft." + edition.id().series() + "." + edition.id().number(),
                        "note.draft",
                        Map.of("title", edition.title(), "count", edition.items()),
                        "/desk/editions/" + edition.id()),
                Optional.empty());
    }

    void secondPersonIsWanted(RunId run, EditionOutline edition) {
        tell(
                new News(
                        "approve." + run.value() + "."
                                + edition.lastChange().at().getEpochSecond(),
                        "note.approve",
                        Map.of(
                                "title",
                                edition.title(),
                                "count",
                                edition.items(),
                                "by",
                                edition.lastChange().by()),
                        "/desk/editions/" + edition.id()),
                Optional.of(edition.lastChange().by()));
    }

    void nothingToPrint(RunId run, NewEdition empty) {
        tell(
                new News(
                        "empty." + run.value(),
                        "note.empty",
                        Map.of("series", empty.series().name()),
                        "/desk/runs/" + run.value()),
                Optional.empty());
    }

    /** @param what {@code moved} or {@code holiday} */
    void holiday(RunId run, Series series, String what, String days) {
        tell(
                new News(
                        what + "." + run.value(),
                        "note." + what,
                        Map.of("series", series.name(), "days", days),
                        "/desk/editions"),
                Optional.empty());
    }

    /** @param except the address of one who knows already */
    public void tell(News news, Optional<String> except) {
        everybody()
                .filter(email -> except.filter(email.text()::equalsIgnoreCase).isEmpty())
                .forEach(email -> tell(email, news));
    }

    private Stream<EmailAddress> everybody() {
        List<EmailAddress> all = editors.all().stream().map(Editor::email).toList();
        return all.isEmpty() ? settings.operator().flatMap(EmailAddress::parse).stream() : all.stream();
    }

    private void tell(EmailAddress email, News news) {
        Locale language = languageOf(email);
        String text = messages.text(language, news.key() + ".text", news.values()) + "\r\n\r\n"
                + settings.web().url() + news.path() + "\r\n";
        String subject = messages.text(language, news.key() + ".subject", news.values());
        notes.add(new EditorNote(email, news.name(), language, subject, text, clock.instant()));
    }

    Locale languageOf(EmailAddress email) {
        try {
            return mailServer
                    .person(email)
                    .flatMap(Person::knownLanguage)
                    .map(Locale::forLanguageTag)
                    .orElse(Messages.FALLBACK);
        } catch (MailServerUnavailable away) {
            return Messages.FALLBACK;
        }
    }
}
