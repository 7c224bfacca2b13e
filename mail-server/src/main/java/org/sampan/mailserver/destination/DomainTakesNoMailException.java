package org.sampan.mailserver.destination;

import java.io.IOException;
import org.sampan.mailserver.smtp.SmtpReply;

/** There is no server for a domain and never will be: it does not exist, or says that it takes no mail (RFC 7505). */
public final class DomainTakesNoMailException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient SmtpReply reply;

    DomainTakesNoMailException(SmtpReply reply) {
        super(reply.toString());
        this.reply = reply;
    }

    /** As a server would have said it. */
    public SmtpReply reply() {
        return reply;
    }
}
