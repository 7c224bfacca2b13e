package org.sampan.digest.statement;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.digest.markdown.Markdown;
import org.springframework.stereotype.Component;

/**
 * Tells by the code at its end of which mail of ours something is, whoever that mail went to: who has the code has seen
 * the mail. A true code under a false text is told as well.
 */
@Component
public class KnownMails {
    private final Statements statements;
    private final CheckCodes codes;

    KnownMails(Statements statements, CheckCodes codes) {
        this.statements = statements;
        this.codes = codes;
    }

    /** What else was given with a code. */
    public enum Words {
        /** Nothing, or too little to tell. */
        NONE,
        /** All that the mail says is there. */
        SAME,
        DIFFERENT
    }

    /**
     * A mail of ours.
     *
     * @param statement only with the versions that are out
     */
    public record Finding(Statement statement, MailId mail, Words words) {
        /** The one it brought, or the last it withdraws. */
        public StatementVersion version() {
            return statement.version(mail.number()).orElseGet(statement::latest);
        }
    }

    /** @param text with or without anything around the code */
    public Optional<Finding> text(String text) {
        String letters = Traces.letters(CheckCodes.without(text));
        return out(text)
                .map(known -> new Finding(
                        known.statement(),
                        known.mail(),
                        said(known).anyMatch(ours -> KnownStatements.isIn(ours, letters))
                                ? Words.SAME
                                : letters.length() < Traces.CERTAIN ? Words.NONE : Words.DIFFERENT));
    }

    /**
     * @param text in which the code is
     * @param sha256 of the file that came with it, in hexadecimal
     */
    public Optional<Finding> file(String text, String sha256) {
        String wanted = sha256.toLowerCase(Locale.ROOT);
        return out(text)
                .map(known -> new Finding(
                        known.statement(),
                        known.mail(),
                        !known.mail().isWithdrawal()
                                        && known.version().content().files().stream()
                                                .anyMatch(file -> file.sha256().equals(wanted))
                                ? Words.SAME
                                : Words.DIFFERENT));
    }

    private Optional<Finding> out(String text) {
        return codes.find(text)
                .flatMap(mail -> statements
                        .find(mail.statement())
                        .map(KnownMails::out)
                        .filter(statement -> mail.isWithdrawal()
                                ? statement.withdrawal().isPresent()
                                        && !statement.versions().isEmpty()
                                : statement.version(mail.number()).isPresent())
                        .map(statement -> new Finding(statement, mail, Words.NONE)));
    }

    private static Statement out(Statement whole) {
        return new Statement(whole.id(), whole.createdAt(), whole.createdBy(), whole.out(), whole.withdrawal());
    }

    private static Stream<Markdown> said(Finding known) {
        return known.mail().isWithdrawal()
                ? known.statement().withdrawal().stream()
                        .flatMap(it -> Stream.concat(
                                Stream.of(it.reason()),
                                it.translations().stream().map(Withdrawal.Reason::words)))
                        .map(Markdown::new)
                : known.version().content().texts().stream().map(Text::body);
    }
}
