package org.sampan.digest.send;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.sampan.digest.edition.EditionOutline;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Series;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.Submission;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Submits an edition to its list. Doing it again after a crash is safe: the mail carries the same Message-ID and the
 * same bytes, and the mail server takes it once.
 */
@Component
public class SendEdition {
    private final Submission submission;
    private final ListNames listNames;
    private final Settings settings;

    SendEdition(Submission submission, ListNames listNames, Settings settings) {
        this.submission = submission;
        this.listNames = listNames;
        this.settings = settings;
    }

    /**
     * @param renderings as kept: at least one
     * @throws NoSuchList when the series names a list that does not exist
     * @throws org.sampan.digest.mailserver.SubmissionFailed when the mail server did not take it
     */
    public void send(Series series, EditionOutline edition, List<Rendering> renderings) {
        if (renderings.isEmpty()) {
            throw new IllegalStateException("edition " + edition.id() + " is not rendered");
        }
        ListAddress list = ListAddress.of(series.list(), settings.domain());
        MimeMessage message = compose(edition, renderings, list);
        series.hours().field().ifPresent(hours -> deliverAt(message, hours));
        submission.submit(settings.submissionAccount(), List.of(list.text()), message);
    }

    /**
     * Sends one person what readers of one language would get.
     *
     * @throws org.sampan.digest.mailserver.SubmissionFailed when the mail server did not take it
     */
    public void sendTest(Series series, EditionOutline edition, Rendering rendering, EmailAddress to) {
        ListAddress list = ListAddress.of(series.list(), settings.domain());
        Envelope envelope = new Envelope(
                "<test." + UUID.randomUUID() + "@" + settings.domain() + ">",
                list,
                listNames.of(list),
                edition.datedAt());
        MimeMessage message = Mails.compose(envelope, List.of(Version.of(rendering)), Extras.NONE);
        try {
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text()));
            message.setSubject("[Test] " + rendering.subject(), StandardCharsets.UTF_8.name());
        } catch (MessagingException unsound) {
            throw new IllegalStateException(unsound);
        }
        submission.submit("", List.of(to.text()), message);
    }

    private static void deliverAt(MimeMessage message, String hours) {
        try {
            message.setHeader("X-Sampan-Deliver", hours);
        } catch (MessagingException unsound) {
            throw new IllegalStateException(unsound);
        }
    }

    private MimeMessage compose(EditionOutline edition, List<Rendering> renderings, ListAddress list) {
        Envelope envelope =
                new Envelope(edition.id().messageId(settings.domain()), list, listNames.of(list), edition.datedAt());
        List<Version> versions = renderings.stream().map(Version::of).toList();
        return Mails.compose(envelope, versions, Extras.NONE);
    }
}
