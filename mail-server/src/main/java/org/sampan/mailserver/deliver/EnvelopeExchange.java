package org.sampan.mailserver.deliver;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.IDN;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.smtp.Envelope;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpReply;

/** The MAIL and RCPT part of a transaction: written in one go, the answers taken later. For one thread. */
final class EnvelopeExchange {
    private final SmtpConnection connection;
    private final Route route;
    private final OutcomeRecorder outcomes;

    EnvelopeExchange(SmtpConnection connection, Route route, OutcomeRecorder outcomes) {
        this.connection = connection;
        this.route = route;
        this.outcomes = outcomes;
    }

    /** Settles those copies the server cannot take at all, by what it said to EHLO. @return whether any is left */
    boolean keepFitting(Parcel parcel, CopyValues values) {
        Copy first = parcel.first();
        long bytes = first.variant().text().bytes(values);
        if (bytes > connection.largestMessage()) {
            SmtpReply reply = new SmtpReply(
                    552, "5.3.4 the message has " + bytes + " bytes, the server takes " + connection.largestMessage());
            parcel.copies().forEach(copy -> outcomes.failed(copy, reply));
            return false;
        }
        for (Iterator<Copy> copies = parcel.copies().iterator(); copies.hasNext(); ) {
            Copy copy = copies.next();
            if (addressFor(copy.recipient().email()) == null) {
                outcomes.failed(copy, new SmtpReply(553, "5.6.7 the server takes no international addresses"));
                copies.remove();
            }
        }
        return !parcel.isEmpty();
    }

    void writeMailFrom(Parcel parcel, CopyValues values) throws IOException {
        Copy first = parcel.first();
        boolean needsUtf8 = parcel.copies().stream()
                .anyMatch(copy -> !isAscii(copy.recipient().email().written()));
        connection.writeMailFrom(new Envelope(
                first.message().sender(values),
                first.variant().text().bytes(values),
                // The address may stand in the text too.
                first.variant().text().eightBit() || needsUtf8,
                needsUtf8 && connection.takesUtf8Addresses()));
    }

    void writeRcptTo(Parcel parcel) throws IOException {
        List<String> addresses = new ArrayList<>(parcel.copies().size());
        for (Copy copy : parcel.copies()) {
            addresses.add(knownAddress(copy));
        }
        connection.writeRcptTo(addresses);
    }

    /** Null when the sender was taken, else why not. */
    @Nullable SmtpReply readMailFrom() throws IOException {
        int code = connection.readCode();
        return code >= 200 && code < 300 ? null : heard(code);
    }

    /** Takes one answer for each copy and settles those that are refused. */
    void readRcptTo(Parcel parcel, boolean senderTaken) throws IOException {
        for (Iterator<Copy> copies = parcel.copies().iterator(); copies.hasNext(); ) {
            Copy copy = copies.next();
            int code = connection.readCode();
            if (code >= 300) {
                SmtpReply reply = heard(code);
                if (senderTaken) {
                    outcomes.answered(copy, reply);
                    copies.remove();
                }
            }
        }
    }

    /** The same for a server that does not pipeline: each is written when the one before is answered. */
    void stepThroughRcptTo(Parcel parcel) throws IOException {
        for (Iterator<Copy> copies = parcel.copies().iterator(); copies.hasNext(); ) {
            Copy copy = copies.next();
            connection.writeRcptTo(List.of(knownAddress(copy)));
            connection.flush();
            int code = connection.readCode();
            if (code >= 300) {
                outcomes.answered(copy, heard(code));
                copies.remove();
            }
        }
    }

    /** Everybody of the parcel gets this answer. */
    void settle(Parcel parcel, SmtpReply reply) {
        parcel.copies().forEach(copy -> outcomes.answered(copy, reply));
        parcel.copies().clear();
    }

    /** The answer to the sender says nothing about a recipient: it is put off or failed, but counts as nobody's bounce. */
    void settleRefusedSender(Parcel parcel, SmtpReply reply) {
        for (Copy copy : parcel.copies()) {
            if (reply.isTransient()) {
                outcomes.putOff(copy, reply);
            } else {
                outcomes.failed(copy, reply);
            }
        }
        parcel.copies().clear();
    }

    void settleSent(Parcel parcel) {
        parcel.copies().forEach(outcomes::sent);
        parcel.copies().clear();
        route.succeeded();
    }

    /**
     * The words to a code, and the pace they ask for.
     *
     * @throws ClosingException for 421
     * @throws IOException when the server is out of step
     */
    SmtpReply heard(int code) throws IOException {
        if (code < 400) {
            throw new IOException("an answer out of place: " + code);
        }
        SmtpReply reply = connection.reply(code);
        if (reply.asksForPatience()) {
            route.throttle(reply);
        }
        if (reply.isClosing()) {
            throw new ClosingException(reply);
        }
        return reply;
    }

    private String knownAddress(Copy copy) {
        return requireNonNull(addressFor(copy.recipient().email()), "a copy the server cannot take was not held back");
    }

    private @Nullable String addressFor(EmailAddress address) {
        String written = address.written();
        if (isAscii(written) || connection.takesUtf8Addresses()) {
            return written;
        }
        String local = written.substring(0, written.indexOf('@'));
        if (!isAscii(local)) {
            return null;
        }
        try {
            return local + "@" + IDN.toASCII(address.domain());
        } catch (IllegalArgumentException noDomain) {
            return null;
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 126) {
                return false;
            }
        }
        return true;
    }
}
