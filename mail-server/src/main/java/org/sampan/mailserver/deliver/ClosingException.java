package org.sampan.mailserver.deliver;

import java.io.IOException;
import org.sampan.mailserver.smtp.SmtpReply;

/** The server answered 421: it closes the connection, and what was under way has to go over another. */
final class ClosingException extends IOException {
    private static final long serialVersionUID = 1L;

    ClosingException(SmtpReply reply) {
        super(reply.toString());
    }
}
