package org.sampan.digest.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.statement.Contact;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Text;
import org.sampan.digest.statement.Withdrawal;

/**
 * A version of a statement as its page shows it, in one language.
 *
 * @param path of the page, without language
 * @param latest whether there is none after it
 * @param language of the text
 * @param description the text's beginning
 * @param older whether it is the translation of an older original
 * @param changes what this version corrects; empty in a first one
 * @param changesLanguage the text's, or the original's where only that says it
 * @param html empty when the text was removed
 */
public record StatementView(
        String path,
        int number,
        boolean latest,
        Instant at,
        String language,
        String title,
        String description,
        boolean older,
        String changes,
        String changesLanguage,
        String html,
        List<String> signatories,
        List<Contact> contacts,
        List<FileView> files,
        List<String> languages,
        List<VersionView> versions,
        Optional<WithdrawalView> withdrawal) {
    private static final int LONGEST_DESCRIPTION = 200;

    /** A file and where it is. */
    public record FileView(String path, String name, String type, long bytes, String sha256) {}

    /** Another version. */
    public record VersionView(int number, String path, Instant at) {}

    /**
     * That it is withdrawn.
     *
     * @param reason HTML
     * @param language of the reason
     */
    public record WithdrawalView(Instant at, String reason, String language, boolean removed) {
        static WithdrawalView of(Withdrawal withdrawal, Text text, Text original) {
            boolean translated = withdrawal.in(text.language()).isPresent();
            return new WithdrawalView(
                    withdrawal.at(),
                    new Markdown(withdrawal.reasonFor(text.language())).html(),
                    (translated ? text : original).language().toLanguageTag(),
                    withdrawal.removed());
        }
    }

    /** @param seen with the versions that may be seen; {@code version} need not be one of them, in a preview */
    public static StatementView of(Statement seen, StatementVersion version, Locale wanted) {
        Content content = version.content();
        Text text = content.textFor(wanted);
        boolean removed = seen.withdrawal().filter(Withdrawal::removed).isPresent();
        String path = PublicStatements.path(seen.id());
        return new StatementView(
                path,
                version.id().number(),
                seen.latest().id().number() <= version.id().number(),
                version.begunAt().orElse(version.changedAt()),
                text.language().toLanguageTag(),
                text.subject(),
                removed ? "" : beginning(text.body().text()),
                !removed && content.goesOlder(text),
                removed ? "" : new Markdown(content.changesFor(text).changes()).html(),
                content.changesFor(text).language().toLanguageTag(),
                removed ? "" : text.body().html(),
                content.signatories(),
                removed ? List.of() : content.contacts(text.language()),
                removed ? List.of() : files(path, version, text.language()),
                content.texts().stream()
                        .map(it -> it.language().toLanguageTag())
                        .toList(),
                seen.versions().stream()
                        .map(it -> new VersionView(
                                it.id().number(),
                                path + "/versions/" + it.id().number(),
                                it.begunAt().orElse(it.changedAt())))
                        .toList(),
                seen.withdrawal().map(it -> WithdrawalView.of(it, text, content.original())));
    }

    private static List<FileView> files(String path, StatementVersion version, Locale language) {
        List<StatementFile> all = version.content().files();
        List<StatementFile> fit = version.content().filesFor(language);
        return IntStream.range(0, all.size())
                .filter(number -> fit.contains(all.get(number)))
                .mapToObj(number -> new FileView(
                        path + "/versions/" + version.id().number() + "/files/" + number,
                        all.get(number).name(),
                        all.get(number).type(),
                        all.get(number).bytes(),
                        all.get(number).sha256()))
                .toList();
    }

    private static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_DESCRIPTION) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_DESCRIPTION)) + "…";
    }
}
