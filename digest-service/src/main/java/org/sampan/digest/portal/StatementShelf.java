package org.sampan.digest.portal;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.page.Messages;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementFiles;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Text;
import org.springframework.stereotype.Component;

/** The statements everybody may read, for the archive: each version in each of its languages, with its files, and the list of them. */
@Component
final class StatementShelf {
    private final PublicStatements statements;
    private final StatementFiles files;
    private final StatementFeed feed;

    StatementShelf(PublicStatements statements, StatementFiles files, StatementFeed feed) {
        this.statements = statements;
        this.files = files;
        this.feed = feed;
    }

    /** Takes what is written, as the archive it goes into wants it. */
    interface Sheets {
        List<String> languages();

        void sheet(String address, Locale language, String template, Map<String, ?> model) throws IOException;

        void put(String name, byte[] bytes) throws IOException;
    }

    /** @throws org.sampan.digest.mailserver.MailServerUnavailable when nobody says which lists are public */
    void check() {
        statements.lists();
    }

    /** @param places where each lies; a list comes after the statements on it, when all are known */
    void write(Sheets archive, ArchivedStatements places) throws IOException {
        Optional<StatementId> before = Optional.empty();
        do {
            List<Statement> found = statements.page(before, StatementPages.A_PAGE + 1);
            List<Statement> some = StatementPages.shown(found);
            for (Statement statement : some) {
                statement(statement, archive, places);
            }
            String address = "/statements" + before.map(it -> "?before=" + it).orElse("");
            for (String tag : archive.languages()) {
                Locale language = Locale.forLanguageTag(tag);
                archive.sheet(
                        address,
                        language,
                        "statements",
                        StatementPages.list(found, language).getModel());
            }
            before = StatementPages.next(found);
        } while (before.isPresent());
        archive.put("statements/feed.atom", feed.write(Messages.FALLBACK));
    }

    private void statement(Statement statement, Sheets archive, ArchivedStatements places) throws IOException {
        String path = PublicStatements.path(statement.id());
        Map<String, StatementVersion> pages = new LinkedHashMap<>();
        pages.put(path, statement.latest());
        statement
                .versions()
                .forEach(version -> pages.put(path + "/versions/" + version.id().number(), version));
        // They lead to each other.
        pages.forEach(
                (page, version) -> inEachLanguage(statement, version).forEach((tag, view) -> places.add(page, view)));
        Set<String> written = new HashSet<>();
        for (Map.Entry<String, StatementVersion> page : pages.entrySet()) {
            for (StatementView view : inEachLanguage(statement, page.getValue()).values()) {
                sheet(page.getKey(), view, archive);
                files(view, written, archive, places);
            }
        }
    }

    /** With the site's words around it in its language, if there are any. */
    private static void sheet(String path, StatementView view, Sheets archive) throws IOException {
        String tag = view.language();
        Locale frame = archive.languages().contains(tag) ? Locale.forLanguageTag(tag) : Messages.FALLBACK;
        archive.sheet(path + "/" + tag, frame, "statement", Map.of("statement", view));
    }

    private void files(StatementView view, Set<String> written, Sheets archive, ArchivedStatements places)
            throws IOException {
        for (StatementView.FileView file : view.files()) {
            if (written.add(file.path())) {
                archive.put(
                        places.file(file.path(), "").orElseThrow(),
                        files.find(file.sha256()).orElseThrow());
            }
        }
    }

    /** The original first. */
    private static Map<String, StatementView> inEachLanguage(Statement statement, StatementVersion version) {
        Map<String, StatementView> views = new LinkedHashMap<>();
        version.content().texts().stream()
                .map(Text::language)
                .forEach(language ->
                        views.put(language.toLanguageTag(), StatementView.of(statement, version, language)));
        return views;
    }
}
