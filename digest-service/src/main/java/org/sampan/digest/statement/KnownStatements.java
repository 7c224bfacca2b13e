package org.sampan.digest.statement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.markdown.Markdown;
import org.springframework.stereotype.Component;

/** Tells whether a text or a file is of a statement that went to one of some lists: those whoever asks may know of. */
@Component
public class KnownStatements {
    /** Less in common is chance, or a phrase that all statements have. */
    private static final double TELLING = 0.4;

    private static final int LOOKED_AT = 12;
    private static final int LONGEST = 200_000;

    private final StatementTraces traces;
    private final PublicStatements published;

    KnownStatements(StatementTraces traces, PublicStatements published) {
        this.traces = traces;
        this.published = published;
    }

    /**
     * What a text or a file was found to be.
     *
     * @param same it has every letter and figure of ours; else it is like ours, and differs
     */
    public record Finding(Statement statement, StatementVersion version, Locale language, boolean same) {}

    /** @param text as it stands in a mail, with whatever is around it */
    public Optional<Finding> text(String text, List<ListAddress> lists) {
        String letters = Traces.letters(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<Finding> found = traces.find(letters, lists, LOOKED_AT).stream()
                .filter(match -> match.shared() >= TELLING)
                .map(match -> finding(match, letters, lists))
                .flatMap(Optional::stream)
                .toList();
        return found.stream()
                .filter(Finding::same)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** @param sha256 of the file, in hexadecimal */
    public Optional<Finding> file(String sha256, List<ListAddress> lists) {
        return traces.withFile(sha256.toLowerCase(Locale.ROOT), lists).stream()
                .map(id -> seen(id, lists))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Finding> finding(StatementTraces.Match match, String letters, List<ListAddress> lists) {
        return published
                .find(match.version().statement(), lists)
                .flatMap(statement -> statement
                        .version(match.version().number())
                        .flatMap(version -> version.content()
                                .text(match.language())
                                .map(text -> new Finding(
                                        statement, version, match.language(), isIn(text.body(), letters)))));
    }

    private Optional<Finding> seen(VersionId id, List<ListAddress> lists) {
        return published
                .find(id.statement(), lists)
                .flatMap(statement -> statement
                        .version(id.number())
                        .map(version -> new Finding(
                                statement, version, version.content().original().language(), true)));
    }

    /** As plain text, or as it is copied out of a mail with HTML, where links show no address. */
    static boolean isIn(Markdown text, String letters) {
        return letters.contains(Traces.letters(text.text()))
                || letters.contains(Traces.letters(Jsoup.parse(text.html()).text()));
    }
}
