package org.sampan.mailserver.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.sampan.mailserver.post.Message;

/** The first line with something in it that a person wrote in plain text. */
final class FirstLine {
    private static final int DEEPEST = 8;

    private FirstLine() {}

    /** Empty when there is none, or the mail cannot be read. */
    static String of(Message message) {
        try {
            MimeMessage mail =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message.bytes()));
            return plainText(mail, 0)
                    .flatMap(text -> text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .findFirst())
                    .orElse("");
        } catch (IOException | MessagingException unreadable) {
            return "";
        }
    }

    private static Optional<String> plainText(Part part, int depth) throws IOException, MessagingException {
        if (part.isMimeType("text/plain") && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts && depth < DEEPEST) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = plainText(parts.getBodyPart(i), depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
