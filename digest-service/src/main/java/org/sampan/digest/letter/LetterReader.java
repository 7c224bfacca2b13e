package org.sampan.digest.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Properties;

/** Reads messages as they were received, however odd. Stateless. */
public final class LetterReader {

    /** Never fails: what cannot be read as MIME is shown as the text it is. */
    public Letter read(byte[] message, Presentation presentation) {
        LetterBuilder letter = new LetterBuilder(presentation);
        try {
            new PartWalk(presentation.language(), letter).walk(parse(message));
        } catch (MessagingException notMime) {
            letter.addText(PartText.decode(message, ""));
        }
        return letter.build();
    }

    /** @param part as in {@link Letter.AttachedFile#part}; empty when the message has no such file */
    public Optional<FileContent> file(byte[] message, String part) {
        try {
            return FilePart.find(parse(message), part);
        } catch (MessagingException notMime) {
            return Optional.empty();
        }
    }

    private static MimeMessage parse(byte[] message) throws MessagingException {
        Properties lenient = new Properties();
        lenient.put("mail.mime.address.strict", "false");
        return new MimeMessage(Session.getInstance(lenient), new ByteArrayInputStream(message));
    }
}
