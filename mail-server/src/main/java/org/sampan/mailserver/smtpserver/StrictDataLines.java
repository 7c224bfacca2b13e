package org.sampan.mailserver.smtpserver;

import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.DataLineFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message only when each of its lines ends in CRLF and has no other CR or LF (RFC 5321 section 2.3.8). Servers that
 * disagree about what ends a line can be made to see two messages where one was sent ("SMTP smuggling"). The rest of such a message is
 * read and thrown away up to the one true end, so the sender gets an answer that says why.
 */
public final class StrictDataLines implements DataLineFilter {
    private static final AttachmentKey<Reading> READING = AttachmentKey.of("sampan.reading", Reading.class);

    @Override
    public @Nullable Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        Reading reading = reading(session);
        boolean end = reading.atLineStart && isDot(line);
        reading.atLineStart = endsInCrlf(line);
        reading.broken |= !reading.atLineStart || hasBareLineEnd(line);
        if (!reading.broken) {
            return next.onLine(session, line);
        }
        if (!end) {
            return null;
        }
        session.popLineHandler();
        session.resetState();
        return new SMTPResponse(
                "550", "5.6.0 Lines must end in CRLF; this message has a bare CR or LF (RFC 5321 2.3.8)");
    }

    private static Reading reading(SMTPSession session) {
        return session.getAttachment(READING, State.Transaction).orElseGet(() -> {
            Reading fresh = new Reading();
            session.setAttachment(READING, fresh, State.Transaction);
            return fresh;
        });
    }

    private static boolean isDot(byte[] line) {
        return line.length == 3 && line[0] == '.' && endsInCrlf(line);
    }

    private static boolean endsInCrlf(byte[] line) {
        return line.length >= 2 && line[line.length - 2] == '\r' && line[line.length - 1] == '\n';
    }

    private static boolean hasBareLineEnd(byte[] line) {
        for (int i = 0; i < line.length - 2; i++) {
            if (line[i] == '\r' || line[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private static final class Reading {
        private boolean atLineStart = true;
        private boolean broken;
    }
}
