package org.sampan.mailserver.smtpserver;

import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.server.core.MailImpl;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/** Writes on the mail who brought it, as James's own hook does, but without asking the DNS for the client's name. */
public final class RememberSession implements JamesMessageHook {
    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        String ip = session.getRemoteAddress().getAddress().getHostAddress();
        if (mail instanceof MailImpl own) {
            own.setRemoteHost(ip);
            own.setRemoteAddr(ip);
        }
        mail.setAttribute(new Attribute(Mail.SMTP_SESSION_ID, AttributeValue.of(session.getSessionID())));
        session.getAttachment(SMTPSession.CURRENT_HELO_NAME, State.Connection)
                .ifPresent(helo -> mail.setAttribute(new Attribute(Mail.SMTP_HELO, AttributeValue.of(helo))));
        if (session.getUsername() != null) {
            mail.setAttribute(new Attribute(
                    Mail.SMTP_AUTH_USER, AttributeValue.of(session.getUsername().asString())));
        }
        return HookResult.DECLINED;
    }
}
