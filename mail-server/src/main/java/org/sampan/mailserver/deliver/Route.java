package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.destination.Destination;
import org.sampan.mailserver.destination.DomainTakesNoMailException;
import org.sampan.mailserver.smtp.NoEncryptionException;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of copies for one destination, and how many connections work it off: as many as there is work for, fewer when the
 * server asks for it, none while it cannot be reached. Safe for many threads.
 */
final class Route {
    private static final Logger LOGGER = LoggerFactory.getLogger(Route.class);
    private static final int MOST_IN_PARCEL = 100;

    private final Destination destination;
    private final Senders senders;
    private final OutcomeRecorder outcomes;
    private final Clock clock;
    private final Pace pace;
    private final Deque<Copy> waiting = new ArrayDeque<>();
    private int connections;
    private int idle;
    private boolean closing;

    Route(Destination destination, Senders senders, OutcomeRecorder outcomes, Clock clock) {
        this.destination = destination;
        this.senders = senders;
        this.outcomes = outcomes;
        this.clock = clock;
        this.pace = new Pace(senders.connectionsPerRoute());
    }

    Destination destination() {
        return destination;
    }

    /** @param first ahead of the others: single mails need not wait for a big list */
    synchronized void add(List<Copy> copies, boolean first) {
        if (first) {
            copies.forEach(waiting::addFirst);
        } else {
            waiting.addAll(copies);
        }
        wakeSenders();
    }

    /** The next parcel, waiting for one up to {@code idleTime}; null: close the connection. */
    synchronized @Nullable Parcel take(Duration idleTime) {
        long until = System.nanoTime() + idleTime.toNanos();
        while (!closing && connections <= pace.limit()) {
            Parcel next = poll();
            long left = until - System.nanoTime();
            if (next != null || left <= 0) {
                return next;
            }
            idle++;
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } finally {
                idle--;
            }
        }
        return null;
    }

    /** The next parcel if there is one now. */
    synchronized @Nullable Parcel poll() {
        if (closing) {
            return null;
        }
        Copy first = nextCopy();
        if (first == null) {
            return null;
        }
        if (!first.isUniform()) {
            return new Parcel(List.of(first));
        }
        List<Copy> copies = new ArrayList<>(List.of(first));
        while (copies.size() < MOST_IN_PARCEL && isSameAsNext(first)) {
            Copy next = nextCopy();
            if (next == null) {
                break;
            }
            copies.add(next);
        }
        return new Parcel(copies);
    }

    /** Back to the head of the line: the connection went while it was under way. */
    synchronized void giveBack(Parcel parcel, SmtpReply why) {
        for (Copy copy : parcel.copies()) {
            Copy again = copy.lostConnection();
            if (again.losses() >= Copy.MOST_LOSSES) {
                outcomes.putOff(again, why);
            } else {
                waiting.addFirst(again);
            }
        }
    }

    /** Back to the head of the line: it had not been offered yet. */
    synchronized void giveBackUntouched(Parcel parcel) {
        parcel.copies().forEach(waiting::addFirst);
    }

    SmtpConnection connect() throws IOException {
        return destination.connect();
    }

    /** Nothing could be sent on this connection. @return whether another server is there to be tried at once */
    boolean triesAnother(SmtpConnection lost) {
        return destination.avoid(lost.server());
    }

    synchronized void succeeded() {
        if (pace.succeeded()) {
            wakeSenders();
        }
    }

    /** The server wants us slower. */
    synchronized void throttle(SmtpReply reply) {
        if (pace.throttle()) {
            LOGGER.info("event=slower route={} connections={} reply=\"{}\"", destination.name(), pace.limit(), reply);
        }
    }

    /** A connection could not be made, or ended before anything was sent on it. */
    synchronized void unreachable(IOException why) {
        if (why instanceof DomainTakesNoMailException never) {
            drain().forEach(copy -> outcomes.answered(copy, never.reply()));
            return;
        }
        Duration pause = pace.failed(connections - 1);
        LOGGER.warn(
                "event=unreachable route={} waiting={} pause={} reason=\"{}\"",
                destination.name(),
                waiting.size(),
                pause,
                why.getMessage());
        drain().forEach(copy -> keepOrPutOff(copy, why));
        senders.later(this::retry, pause);
    }

    private void keepOrPutOff(Copy copy, IOException why) {
        SmtpReply reply = reply(copy, why);
        if (!destination.isOnlyWay()) {
            outcomes.putOff(copy, reply);
        } else if (isExpired(copy) || why instanceof NoEncryptionException && isEncryptedOnly(copy)) {
            // The relay is ours to mend: nobody's address is bad.
            outcomes.putOffBlameless(copy, reply);
        } else {
            waiting.add(copy);
        }
    }

    private SmtpReply reply(Copy copy, IOException why) {
        if (why instanceof NoEncryptionException) {
            String wish = isEncryptedOnly(copy) ? "the list sends encrypted mail only, but " : "";
            return new SmtpReply(451, "4.7.10 " + wish + why.getMessage());
        }
        return new SmtpReply(451, "4.4.1 " + destination.name() + ": " + why.getMessage());
    }

    private static boolean isEncryptedOnly(Copy copy) {
        return copy.message().stored().encryptedOnly();
    }

    /** Called by each sender at its end, whatever ended it. */
    synchronized void senderEnded() {
        connections--;
        wakeSenders();
    }

    /** There is no thread for a sender that was asked for. */
    synchronized void senderNotStarted() {
        connections--;
    }

    /** Takes out of the line what is not to be sent now. */
    synchronized List<Copy> withdraw(Predicate<Copy> which) {
        List<Copy> out = waiting.stream().filter(which).toList();
        waiting.removeIf(which);
        return out;
    }

    /** No copy is taken any more; what is under way is finished. */
    synchronized void close() {
        closing = true;
        waiting.clear();
        notifyAll();
    }

    synchronized boolean isIdle() {
        return waiting.isEmpty() && connections == 0;
    }

    private synchronized void retry() {
        wakeSenders();
    }

    private void wakeSenders() {
        notifyAll();
        if (closing || pace.isPausing()) {
            return;
        }
        int wanted = Math.min(pace.limitForNew() - connections, waiting.size() - idle);
        for (int i = 0; i < wanted; i++) {
            connections++;
            senders.start(this);
        }
    }

    private @Nullable Copy nextCopy() {
        for (Copy copy = waiting.poll(); copy != null; copy = waiting.poll()) {
            if (copy.lease().isLost()) {
                outcomes.dropped(copy);
            } else if (isExpired(copy)) {
                giveUp(copy);
            } else {
                return copy;
            }
        }
        return null;
    }

    private void giveUp(Copy copy) {
        SmtpReply reply = new SmtpReply(451, "4.4.7 could not be sent before it expired");
        if (copy.attempts() == 0) {
            // No server was ever asked, so no address is to blame.
            outcomes.failed(copy, reply);
        } else {
            outcomes.putOff(copy, reply);
        }
    }

    private boolean isSameAsNext(Copy first) {
        Copy next = waiting.peek();
        return next != null && next.message() == first.message() && next.variant() == first.variant();
    }

    private boolean isExpired(Copy copy) {
        return copy.message().expiresAt().isBefore(clock.instant());
    }

    private List<Copy> drain() {
        List<Copy> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }
}
