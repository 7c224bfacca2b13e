package org.sampan.mailserver.smtp;

import java.io.IOException;

/**
 * The server does not talk to us: its greeting, its answer to EHLO, STARTTLS or AUTH is no. It says nothing about any one copy.
 */
public final class SessionRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient SmtpReply reply;

    SessionRefusedException(String step, SmtpReply reply) {
        super(step + ": " + reply);
        this.reply = reply;
    }

    public SmtpReply reply() {
        return reply;
    }
}
