package org.sampan.mailserver.smtpserver;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.ReceivedDataLineFilter;

/**
 * The {@code Received} field (RFC 5321 section 4.4). James's own asks the DNS for the client's name while every other client of the
 * same thread waits, and names the software and its version.
 */
public final class ReceivedHeader extends ReceivedDataLineFilter {
    @Override
    protected Collection<Header> headers(SMTPSession session) {
        String helo = session.getAttachment(SMTPSession.CURRENT_HELO_NAME, State.Connection)
                .orElse("unknown");
        String mode = session.getAttachment(SMTPSession.CURRENT_HELO_MODE, State.Connection)
                .orElse("");
        String ip = session.getRemoteAddress().getAddress().getHostAddress();
        Header received = new Header("Received", "from " + helo + " ([" + ip + "])");
        received.add("by " + session.getConfiguration().getHelloName() + " with " + protocol(session, mode) + " id "
                + session.getSessionID() + recipient(session) + ";");
        received.add(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        return List.of(received);
    }

    /** RFC 3848. */
    private static String protocol(SMTPSession session, String mode) {
        if (!"EHLO".equals(mode)) {
            return "SMTP";
        }
        return "ESMTP" + (session.isTLSStarted() ? "S" : "") + (session.getUsername() == null ? "" : "A");
    }

    /** Only where there is one, so that nobody learns who else got it. */
    private static String recipient(SMTPSession session) {
        List<MailAddress> recipients =
                session.getAttachment(SMTPSession.RCPT_LIST, State.Transaction).orElse(List.of());
        return recipients.size() == 1 ? " for <" + recipients.get(0).asString() + ">" : "";
    }
}
