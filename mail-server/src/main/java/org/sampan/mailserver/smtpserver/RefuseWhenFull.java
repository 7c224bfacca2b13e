package org.sampan.mailserver.smtpserver;

import javax.inject.Inject;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPRetCode;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.DataLineFilter;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.protocols.smtp.hook.MailHook;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.spool.SpoolRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says 452 while the disk has no room (RFC 5321 section 4.2.3): the other server keeps the mail and comes again. It is said to MAIL,
 * before a byte of the message is taken; and to the last dot where the disk filled up meanwhile and the message could not be kept.
 */
public final class RefuseWhenFull implements MailHook, DataLineFilter {
    private static final Logger LOGGER = LoggerFactory.getLogger(RefuseWhenFull.class);
    private static final String CODE = SMTPRetCode.SYSTEM_STORAGE_ERROR;
    private static final String WORDS =
            "4.3.1 There is no room for mail on this server now; please send it again later.";

    private final SpoolRoom room;

    @Inject
    public RefuseWhenFull(SpoolRoom room) {
        this.room = room;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        if (!room.isFull()) {
            return HookResult.DECLINED;
        }
        LOGGER.error("event=disk-full session={}", session.getSessionID());
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.denySoft())
                .smtpReturnCode(CODE)
                .smtpDescription(WORDS)
                .build();
    }

    @Override
    public @Nullable Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        @Nullable Response response = next.onLine(session, line);
        if (response == null || !SMTPRetCode.LOCAL_ERROR.equals(response.getRetCode()) || !room.isFull()) {
            return response;
        }
        LOGGER.error("event=disk-full session={} at=data", session.getSessionID());
        SMTPResponse full = new SMTPResponse(CODE, WORDS);
        full.setEndSession(response.isEndSession());
        return full;
    }
}
