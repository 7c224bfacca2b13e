package org.sampan.mailserver.smtpserver;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPRetCode;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.esmtp.MailSizeEsmtpExtension;
import org.jspecify.annotations.Nullable;

/** James's SIZE (RFC 1870), with an answer that tells the limit instead of a quota nobody has. */
public final class SizeLimit extends MailSizeEsmtpExtension {
    @Override
    public @Nullable Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        @Nullable Response response = super.onLine(session, line, next);
        return response != null && SMTPRetCode.QUOTA_EXCEEDED.equals(response.getRetCode())
                ? new SMTPResponse(
                        SMTPRetCode.QUOTA_EXCEEDED,
                        "5.3.4 The message is larger than "
                                + session.getConfiguration().getMaxMessageSize() + " bytes")
                : response;
    }
}
