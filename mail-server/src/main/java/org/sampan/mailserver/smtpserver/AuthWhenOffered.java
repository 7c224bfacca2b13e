package org.sampan.mailserver.smtpserver;

import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.esmtp.AuthCmdHandler;

/**
 * AUTH only where EHLO offered it: on the submission port, inside TLS (RFC 4954 section 4). James itself takes AUTH on every port
 * and in clear, whether or not it was offered.
 */
public final class AuthWhenOffered extends AuthCmdHandler {
    private static final String NOT_OFFERED = "502";
    private static final String NEEDS_TLS = "538";

    @Override
    public Response onCommand(SMTPSession session, Request request) {
        if (session.isAuthAnnounced()) {
            return super.onCommand(session, request);
        }
        return session.getConfiguration().isAuthAnnounced(remoteIp(session), true)
                ? new SMTPResponse(NEEDS_TLS, "5.7.11 Encryption required: say STARTTLS first")
                : new SMTPResponse(NOT_OFFERED, "5.5.1 No AUTH on this port; use the submission port");
    }

    private static String remoteIp(SMTPSession session) {
        return session.getRemoteAddress().getAddress().getHostAddress();
    }
}
