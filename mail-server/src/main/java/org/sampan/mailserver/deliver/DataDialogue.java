package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpReply;

/**
 * Hands over parcels with DATA. Where the server pipelines, MAIL, RCPT and DATA of the next go out with the last dot of the one
 * before, so each costs one round trip (RFC 2920). For one thread.
 */
final class DataDialogue implements Dialogue {
    private final SmtpConnection connection;
    private final Route route;
    private final EnvelopeExchange envelopes;
    private final Duration idleTime;
    private @Nullable Begun current;
    private @Nullable Begun ahead;
    private boolean resetNext;
    private int taken;

    DataDialogue(SmtpConnection connection, Route route, EnvelopeExchange envelopes, Duration idleTime) {
        this.connection = connection;
        this.route = route;
        this.envelopes = envelopes;
        this.idleTime = idleTime;
    }

    @Override
    public void run() throws IOException {
        while (true) {
            if (ahead == null) {
                begin(idleTime);
                connection.flush();
            }
            current = ahead;
            ahead = null;
            if (current == null) {
                return;
            }
            handOver(current);
        }
    }

    @Override
    public void giveBack(SmtpReply why) {
        if (ahead != null) {
            route.giveBackUntouched(ahead.parcel());
        }
        if (current != null) {
            route.giveBack(current.parcel(), why);
        }
    }

    @Override
    public int taken() {
        return taken;
    }

    /** Takes the next parcel; where the server pipelines, its commands are written without waiting. */
    private void begin(Duration wait) throws IOException {
        Parcel parcel = route.take(wait);
        while (parcel != null) {
            CopyValues values = parcel.values();
            if (envelopes.keepFitting(parcel, values)) {
                ahead = new Begun(parcel, values, resetNext);
                resetNext = false;
                if (connection.pipelines()) {
                    writeEnvelope(ahead);
                }
                return;
            }
            parcel = route.take(wait);
        }
    }

    private void writeEnvelope(Begun begun) throws IOException {
        if (begun.afterReset()) {
            connection.writeReset();
        }
        envelopes.writeMailFrom(begun.parcel(), begun.values());
        envelopes.writeRcptTo(begun.parcel());
        connection.writeData();
    }

    private void handOver(Begun begun) throws IOException {
        boolean goOn = connection.pipelines() ? readEnvelope(begun) : stepThroughEnvelope(begun);
        if (!goOn) {
            return;
        }
        begun.parcel().first().variant().text().writeStuffed(begun.values(), connection::writeContent);
        connection.writeEndOfData();
        if (connection.pipelines()) {
            begin(Duration.ZERO);
        }
        connection.flush();
        int code = connection.readDataEnd();
        if (code >= 200 && code < 300) {
            taken++;
            envelopes.settleSent(begun.parcel());
        } else {
            envelopes.settle(begun.parcel(), envelopes.heard(code));
        }
    }

    /** @return whether the server waits for the message */
    private boolean readEnvelope(Begun begun) throws IOException {
        Parcel parcel = begun.parcel();
        if (begun.afterReset()) {
            connection.readCode();
        }
        SmtpReply refused = envelopes.readMailFrom();
        envelopes.readRcptTo(parcel, refused == null);
        int code = connection.readDataStart();
        if (refused != null) {
            envelopes.settleRefusedSender(parcel, refused);
        }
        return isWaitingForMessage(parcel, code);
    }

    private boolean stepThroughEnvelope(Begun begun) throws IOException {
        Parcel parcel = begun.parcel();
        if (begun.afterReset()) {
            connection.writeReset();
            connection.flush();
            connection.readCode();
        }
        envelopes.writeMailFrom(parcel, begun.values());
        connection.flush();
        SmtpReply refused = envelopes.readMailFrom();
        if (refused != null) {
            envelopes.settleRefusedSender(parcel, refused);
            return false;
        }
        envelopes.stepThroughRcptTo(parcel);
        if (parcel.isEmpty()) {
            resetNext = true;
            return false;
        }
        connection.writeData();
        connection.flush();
        return isWaitingForMessage(parcel, connection.readDataStart());
    }

    private boolean isWaitingForMessage(Parcel parcel, int code) throws IOException {
        if (code == 354) {
            if (parcel.isEmpty()) {
                // The server wants a message for nobody (RFC 2920 section 3.1): it gets an empty one.
                connection.writeEndOfData();
                connection.flush();
                connection.readDataEnd();
            }
            return !parcel.isEmpty();
        }
        SmtpReply reply = envelopes.heard(code);
        envelopes.settle(parcel, reply);
        resetNext = true;
        return false;
    }

    private record Begun(Parcel parcel, CopyValues values, boolean afterReset) {}
}
