package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpReply;

/**
 * Hands over parcels with BDAT (RFC 3030): no answer has to be awaited before the message, so several are under way at once, and a
 * slow line is kept full. For one thread.
 */
final class ChunkDialogue implements Dialogue {
    /** Most parcels without an answer: what a crash may double on this connection. */
    static final int WINDOW = 4;

    private static final long WINDOW_BYTES = 1024 * 1024;

    private final SmtpConnection connection;
    private final Route route;
    private final EnvelopeExchange envelopes;
    private final Duration idleTime;
    private final Deque<Begun> window = new ArrayDeque<>();
    private long windowBytes;
    private boolean resetNext;
    private int taken;

    ChunkDialogue(SmtpConnection connection, Route route, EnvelopeExchange envelopes, Duration idleTime) {
        this.connection = connection;
        this.route = route;
        this.envelopes = envelopes;
        this.idleTime = idleTime;
    }

    @Override
    public void run() throws IOException {
        while (fillWindow()) {
            connection.flush();
            Begun oldest = window.element();
            readAnswers(oldest);
            window.remove();
            windowBytes -= oldest.bytes();
        }
    }

    @Override
    public void giveBack(SmtpReply why) {
        for (Iterator<Begun> newestFirst = window.descendingIterator(); newestFirst.hasNext(); ) {
            route.giveBack(newestFirst.next().parcel(), why);
        }
    }

    @Override
    public int taken() {
        return taken;
    }

    private boolean fillWindow() throws IOException {
        while (window.size() < WINDOW && windowBytes < WINDOW_BYTES) {
            Parcel parcel = route.take(window.isEmpty() ? idleTime : Duration.ZERO);
            if (parcel == null) {
                break;
            }
            CopyValues values = parcel.values();
            if (envelopes.keepFitting(parcel, values)) {
                write(parcel, values);
            }
        }
        return !window.isEmpty();
    }

    private void write(Parcel parcel, CopyValues values) throws IOException {
        // Whether the one before is taken is not known yet. If it is not, this one would fall into its transaction.
        boolean reset = resetNext || !window.isEmpty();
        Begun begun = new Begun(parcel, parcel.first().variant().text().bytes(values), reset);
        window.add(begun);
        windowBytes += begun.bytes();
        resetNext = false;
        if (begun.afterReset()) {
            connection.writeReset();
        }
        envelopes.writeMailFrom(parcel, values);
        envelopes.writeRcptTo(parcel);
        connection.writeChunkHead(begun.bytes());
        parcel.first().variant().text().write(values, connection::writeContent);
    }

    private void readAnswers(Begun begun) throws IOException {
        Parcel parcel = begun.parcel();
        if (begun.afterReset()) {
            connection.readCode();
        }
        SmtpReply refused = envelopes.readMailFrom();
        envelopes.readRcptTo(parcel, refused == null);
        int code = connection.readDataEnd();
        if (refused == null && !parcel.isEmpty() && code >= 200 && code < 300) {
            taken++;
            envelopes.settleSent(parcel);
            return;
        }
        resetNext = true;
        if (refused == null) {
            if (!parcel.isEmpty()) {
                envelopes.settle(parcel, envelopes.heard(code));
            }
        } else {
            envelopes.settleRefusedSender(parcel, refused);
        }
    }

    private record Begun(Parcel parcel, long bytes, boolean afterReset) {}
}
