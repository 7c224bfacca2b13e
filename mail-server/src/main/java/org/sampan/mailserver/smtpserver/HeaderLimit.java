package org.sampan.mailserver.smtpserver;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.DataLineFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses headers that no mail program writes: more than 256 kB of them, 64 kB in one field, or 8 kB in one that people read.
 * All of a header is kept in memory and looked at by many rules, so its size may not be a stranger's choice. The rest of such a
 * message is read and thrown away, so the sender gets an answer that says why.
 */
public final class HeaderLimit implements DataLineFilter {
    private static final AttachmentKey<Reading> READING = AttachmentKey.of("sampan.header", Reading.class);
    private static final int LARGEST_HEADER = 256 * 1024;
    private static final int LARGEST_FIELD = 64 * 1024;
    private static final int LARGEST_READ_FIELD = 8 * 1024;
    private static final int LONGEST_NAME = 40;
    private static final Set<String> READ_FIELDS = Set.of(
            "from",
            "sender",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "content-type",
            "content-transfer-encoding",
            "auto-submitted",
            "precedence",
            "list-id");

    @Override
    public @Nullable Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        Reading reading = reading(session);
        boolean end = line.length == 3 && line[0] == '.';
        if (!reading.isTooLargeWith(line, end)) {
            return next.onLine(session, line);
        }
        if (!end) {
            return null;
        }
        session.popLineHandler();
        session.resetState();
        return new SMTPResponse(
                "552",
                "5.3.4 The header is too large: 256 kB in all, 64 kB in one field, 8 kB in From, Subject and their like");
    }

    private static Reading reading(SMTPSession session) {
        return session.getAttachment(READING, State.Transaction).orElseGet(() -> {
            Reading fresh = new Reading();
            session.setAttachment(READING, fresh, State.Transaction);
            return fresh;
        });
    }

    private static final class Reading {
        private boolean ended;
        private boolean tooLarge;
        private int header;
        private int field;
        private int limit = LARGEST_FIELD;

        boolean isTooLargeWith(byte[] line, boolean end) {
            if (ended || tooLarge || end) {
                return tooLarge;
            }
            ended = line.length <= 2;
            boolean continues = line[0] == ' ' || line[0] == '\t';
            if (!continues) {
                field = 0;
                limit = READ_FIELDS.contains(name(line)) ? LARGEST_READ_FIELD : LARGEST_FIELD;
            }
            header += line.length;
            field += line.length;
            tooLarge = header > LARGEST_HEADER || field > limit;
            return tooLarge;
        }

        private static String name(byte[] line) {
            String start = new String(line, 0, Math.min(line.length, LONGEST_NAME), StandardCharsets.ISO_8859_1);
            return start.substring(0, Math.max(0, start.indexOf(':'))).strip().toLowerCase(Locale.ROOT);
        }
    }
}
