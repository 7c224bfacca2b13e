package org.sampan.digest.send;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.Submission;
import org.sampan.digest.mailserver.SubmissionFailed;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.Attachment;
import org.sampan.digest.statement.Handover;
import org.sampan.digest.statement.Handovers;
import org.sampan.digest.statement.MailId;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Submits a statement's mail to the lists that wait for it, one after the other, in an envelope of its own under the same
 * Message-ID. A list that cannot take it now holds up those after it, since they leave out its readers; one that refuses
 * it for good does not.
 */
@Component
public class SendStatement {
    private static final Logger LOGGER = LoggerFactory.getLogger(SendStatement.class);

    private final Submission submission;
    private final Handovers handovers;
    private final StatementFiles files;
    private final ListNames listNames;
    private final Sender sender;

    SendStatement(
            Submission submission, Handovers handovers, StatementFiles files, ListNames listNames, Sender sender) {
        this.submission = submission;
        this.handovers = handovers;
        this.files = files;
        this.listNames = listNames;
        this.sender = sender;
    }

    /** Who submits, and what time it is. */
    @Component
    record Sender(Settings settings, Clock clock) {}

    /**
     * A mail that is ready to go.
     *
     * @param renderings the original first
     * @param date the same each time
     */
    public record Ready(MailId id, List<Rendering> renderings, List<StatementFile> files, Instant date) {}

    /** Never throws for what the mail server does. */
    public void send(Ready mail) {
        List<ListAddress> haveIt = new ArrayList<>();
        for (Handover handover : handovers.of(mail.id())) {
            boolean taken = handover.isWaiting() ? submit(mail, handover, haveIt) : handover.wasTaken();
            if (taken && handover.to().received().isEmpty()) {
                haveIt.add(handover.list());
            }
            if (!taken && isStillWaiting(mail.id(), handover)) {
                return;
            }
        }
    }

    private boolean isStillWaiting(MailId mail, Handover handover) {
        return handover.isWaiting()
                && handovers.of(mail).stream().anyMatch(now -> now.list().equals(handover.list()) && now.isWaiting());
    }

    /** @return whether it was taken */
    private boolean submit(Ready mail, Handover handover, List<ListAddress> haveIt) {
        ListAddress list = handover.list();
        try {
            MimeMessage message = compose(mail, handover, haveIt);
            // Asked last, since somebody may have stopped it while it was composed or the list before took its time.
            if (!isStillWaiting(mail.id(), handover)) {
                return false;
            }
            submission.submit(sender.settings().submissionAccount(), List.of(list.text()), message);
            handovers.markTaken(mail.id(), list, sender.clock().instant());
            LOGGER.info("event=statement-sent statement={} list={}", mail.id(), list);
            return true;
        } catch (SubmissionFailed failure) {
            if (!failure.isTemporary()) {
                handovers.markRefused(mail.id(), list, String.valueOf(failure.getMessage()));
            }
            tell(mail, list, failure);
        } catch (RuntimeException failure) {
            tell(mail, list, failure);
        }
        return false;
    }

    private static void tell(Ready mail, ListAddress list, RuntimeException failure) {
        LOGGER.warn(
                "event=statement-not-sent statement={} list={} reason=\"{}\"", mail.id(), list, failure.getMessage());
    }

    private MimeMessage compose(Ready mail, Handover handover, List<ListAddress> haveIt) {
        ListAddress list = handover.list();
        String domain = sender.settings().domain();
        Envelope envelope = new Envelope(mail.id().messageId(domain), list, listNames.of(list), mail.date());
        Extras extras = new Extras(new TreeMap<>(), attachments(mail, Optional.empty()), ofLanguages(mail));
        StatementFields.of(mail.id(), handover.to(), haveIt, domain).forEach(extras.fields()::put);
        return Mails.compose(
                envelope, mail.renderings().stream().map(Version::of).toList(), extras);
    }

    private Map<Locale, List<Attachment>> ofLanguages(Ready mail) {
        return mail.renderings().stream()
                .map(Rendering::language)
                .collect(Collectors.toMap(it -> it, it -> attachments(mail, Optional.of(it))));
    }

    private List<Attachment> attachments(Ready mail, Optional<Locale> language) {
        return mail.files().stream()
                .filter(file -> file.language().equals(language))
                .map(file -> new Attachment(
                        file.name(), file.type(), files.find(file.sha256()).orElseThrow()))
                .toList();
    }
}
