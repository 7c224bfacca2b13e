package org.sampan.digest.send;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;

/** A message whose Message-ID says what it is; or, inside another message, one without any. */
final class NamedMessage extends MimeMessage {
    private final Optional<String> messageId;

    NamedMessage(Optional<String> messageId) {
        super(Session.getInstance(new Properties()));
        this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        if (messageId.isPresent()) {
            setHeader("Message-ID", messageId.get());
        }
    }
}
