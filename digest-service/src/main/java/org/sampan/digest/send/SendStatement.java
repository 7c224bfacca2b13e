package org.sampan.digest.send;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.Submission;
import org.sampan.digest.mailserver.SubmissionFailed;
import org.sampan.digest.markdown.PlainText;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.NewStatement;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Submits a statement to each of its lists that has not had it yet, in an envelope of its own under the same Message-ID.
 * What the mail server cannot take now stays unsent for the next call; what it refuses for good is marked so.
 */
@Component
public class SendStatement {
    private static final Logger LOGGER = LoggerFactory.getLogger(SendStatement.class);
    private static final int COLUMNS = 72;

    private final Submission submission;
    private final Statements statements;
    private final ListNames listNames;
    private final Settings settings;
    private final Clock clock;

    SendStatement(Submission submission, Statements statements, ListNames listNames, Settings settings, Clock clock) {
        this.submission = submission;
        this.statements = statements;
        this.listNames = listNames;
        this.settings = settings;
        this.clock = clock;
    }

    /** Never throws for what the mail server does. */
    public void send(StatementId id) {
        statements.find(id).ifPresent(statement -> statement.unsent().forEach(list -> submit(statement, list)));
    }

    private void submit(Statement statement, ListAddress list) {
        try {
            MimeMessage message = compose(statement, list);
            submission.submit(settings.submissionAccount(), List.of(list.text()), message);
            statements.markSent(statement.id(), list, clock.instant());
            LOGGER.info(
                    "event=statement-sent statement={} list={}", statement.id().value(), list);
        } catch (SubmissionFailed failure) {
            if (!failure.isTemporary()) {
                statements.markRefused(statement.id(), list, String.valueOf(failure.getMessage()));
            }
            tell(statement, list, failure);
        } catch (RuntimeException failure) {
            tell(statement, list, failure);
        }
    }

    private static void tell(Statement statement, ListAddress list, RuntimeException failure) {
        LOGGER.warn(
                "event=statement-not-sent statement={} list={} reason=\"{}\"",
                statement.id().value(),
                list,
                failure.getMessage());
    }

    private MimeMessage compose(Statement statement, ListAddress list) {
        NewStatement content = statement.content();
        Envelope envelope = new Envelope(
                statement.id().messageId(settings.domain()), list, listNames.of(list), statement.createdAt());
        Version version = new Version(
                content.language(),
                content.subject(),
                page(content),
                new PlainText(COLUMNS).wrap(content.body().text(), "", content.language()) + "\n",
                "");
        return Mails.compose(envelope, List.of(version), content.attachments());
    }

    /** Written text wants no design: the reader's own fonts and colours serve it best. */
    private static String page(NewStatement content) {
        return "<!doctype html>\n<html lang=\"" + content.language().toLanguageTag()
                + "\">\n<head><meta charset=\"utf-8\"></head>\n"
                + "<body style=\"max-width:40em;line-height:1.6\">\n"
                + content.body().html() + "\n</body>\n</html>\n";
    }
}
