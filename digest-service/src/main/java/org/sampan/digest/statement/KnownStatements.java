package org.sampan.digest.statement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/** Tells whether a text or a file is of a statement of ours. Knows only what strangers may see. */
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
    public Optional<Finding> text(String text) {
        String letters = Traces.letters(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<Finding> found = traces.find(letters, LOOKED_AT).stream()
                .filter(match -> match.shared() >= TELLING)
                .map(match -> finding(match, letters))
                .flatMap(Optional::stream)
                .toList();
        return found.stream()
                .filter(Finding::same)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** @param sha256 of the file, in hexadecimal */
    public Optional<Finding> file(String sha256) {
        return traces.withFile(sha256.toLowerCase(Locale.ROOT)).stream()
                .map(this::seen)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Finding> finding(StatementTraces.Match match, String letters) {
        return published
                .find(match.version().statement())
                .flatMap(statement -> statement
                        .version(match.version().number())
                        .flatMap(version -> version.content()
                                .text(match.language())
                                .map(text -> new Finding(statement, version, match.language(), isIn(text, letters)))));
    }

    private Optional<Finding> seen(VersionId id) {
        return published
                .find(id.statement())
                .flatMap(statement -> statement
                        .version(id.number())
                        .map(version -> new Finding(
                                statement, version, version.content().original().language(), true)));
    }

    /** As plain text, or as it is copied out of a mail with HTML, where links show no address. */
    private static boolean isIn(Text text, String letters) {
        return letters.contains(Traces.letters(text.body().text()))
                || letters.contains(
                        Traces.letters(Jsoup.parse(text.body().html()).text()));
    }
}
