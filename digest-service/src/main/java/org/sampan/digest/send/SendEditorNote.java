package org.sampan.digest.send;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.digest.mailserver.Submission;
import org.sampan.digest.mailserver.SubmissionFailed;
import org.sampan.digest.newsroom.EditorNote;
import org.sampan.digest.newsroom.EditorNotes;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends an editor a note, in plain text. What the mail server cannot take now stays unsent for the next call. */
@Component
public class SendEditorNote {
    private static final Logger LOGGER = LoggerFactory.getLogger(SendEditorNote.class);

    private final Submission submission;
    private final EditorNotes notes;
    private final Settings settings;
    private final Clock clock;

    SendEditorNote(Submission submission, EditorNotes notes, Settings settings, Clock clock) {
        this.submission = submission;
        this.notes = notes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Never throws for what the mail server does. */
    public void send(EditorNote note) {
        try {
            submission.submit("", List.of(note.email().text()), compose(note));
            notes.markSent(note, clock.instant());
            LOGGER.info("event=note-sent note={}", note.name());
        } catch (SubmissionFailed failure) {
            if (!failure.isTemporary()) {
                notes.markRefused(note, String.valueOf(failure.getMessage()));
            }
            LOGGER.warn("event=note-not-sent note={} reason=\"{}\"", note.name(), failure.getMessage());
        }
    }

    private MimeMessage compose(EditorNote note) {
        try {
            MimeMessage mail = new NamedMessage(Optional.of(messageId(note)));
            mail.setFrom(new InternetAddress(
                    settings.submissionAccount(), settings.domain(), StandardCharsets.UTF_8.name()));
            mail.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(note.email().text()));
            mail.setSubject(note.subject(), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(note.madeAt()));
            // RFC 3834: nobody's absence notice shall answer.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setContentLanguage(new String[] {note.language().toLanguageTag()});
            MailText.put(mail, note.text());
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException unsound) {
            throw new IllegalStateException("the note " + note.name() + " cannot be written", unsound);
        }
    }

    /** The same note to the same editor has the same name, and tells no address. */
    private String messageId(EditorNote note) {
        UUID whose = UUID.nameUUIDFromBytes(note.email().text().getBytes(StandardCharsets.UTF_8));
        return "<note." + note.name() + "." + whose + "@" + settings.domain() + ">";
    }
}
