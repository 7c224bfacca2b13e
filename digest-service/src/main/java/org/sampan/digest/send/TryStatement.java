package org.sampan.digest.send;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.Submission;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.Attachment;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.StatementFiles;
import org.springframework.stereotype.Component;

/** Mails a statement to one person, as readers of one language will get it. */
@Component
public class TryStatement {
    private final Submission submission;
    private final StatementFiles files;
    private final Settings settings;
    private final Clock clock;

    TryStatement(Submission submission, StatementFiles files, Settings settings, Clock clock) {
        this.submission = submission;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param rendering its subject says that it is a trial
     * @throws org.sampan.digest.mailserver.SubmissionFailed when the mail server does not take it
     */
    public void send(EmailAddress to, Rendering rendering, Content content) {
        ListAddress from =
                content.lists().stream().findFirst().orElseGet(() -> new ListAddress(settings.submissionAccount()));
        Envelope envelope = new Envelope(
                "<statement-trial." + UUID.randomUUID() + "@" + settings.domain() + ">",
                from,
                settings.domain(),
                clock.instant());
        Extras extras = new Extras(new TreeMap<>(), attachments(content, rendering.language()), Map.of());
        MimeMessage message = Mails.compose(envelope, List.of(Version.of(rendering)), extras);
        submission.submit(settings.submissionAccount(), List.of(to.text()), addressed(message, to));
    }

    private static MimeMessage addressed(MimeMessage message, EmailAddress to) {
        try {
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException unsound) {
            throw new IllegalStateException("a trial mail cannot be addressed", unsound);
        }
    }

    private List<Attachment> attachments(Content content, Locale language) {
        return content.filesFor(language).stream()
                .map(file -> new Attachment(
                        file.name(), file.type(), files.find(file.sha256()).orElseThrow()))
                .toList();
    }
}
