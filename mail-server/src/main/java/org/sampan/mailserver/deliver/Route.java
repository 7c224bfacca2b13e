package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
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
    /** Copies for one domain beyond which its batches are parked … */
    static final int LONG_LINE = 500;
    /** … and below which they are called. */
    private static final int SHORT_LINE = LONG_LINE / 2;

    private final Destination destination;
    private final Senders senders;
    private final OutcomeRecorder outcomes;
    private final Pace pace;
    private final Deque<Copy> waiting = new ArrayDeque<>();
    private final ParkedBatches parked;
    private int connections;
    private int idle;
    private boolean closing;
    private boolean alarmSet;

    /** @param onRoom told of batches that were parked, when the line gets short */
    Route(
            Destination destination,
            Pace pace,
            Senders senders,
            OutcomeRecorder outcomes,
            Consumer<Collection<Long>> onRoom) {
        this.destination = destination;
        this.senders = senders;
        this.outcomes = outcomes;
        this.pace = pace;
        this.parked = new ParkedBatches(onRoom);
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

    /**
     * Adds them unless the line is long enough; the relays' line always has room.
     *
     * @return those to be parked
     */
    synchronized List<Copy> addIfRoom(List<Copy> copies) {
        if (destination.isOnlyWay() || waiting.size() < LONG_LINE) {
            parked.arrived();
            add(copies, false);
            return List.of();
        }
        parked.add(copies);
        return copies;
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
                wait(Math.min(left, pauseWhileWaiting()) / 1_000_000 + 1);
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
        int allowance = pace.allowance();
        Copy first = closing || allowance == 0 ? null : nextCopy();
        if (first == null) {
            return null;
        }
        List<Copy> copies = new ArrayList<>(1);
        copies.add(first);
        while (first.isUniform() && copies.size() < Math.min(MOST_IN_PARCEL, allowance) && isSameAsNext(first)) {
            Copy next = nextCopy();
            if (next == null) {
                break;
            }
            copies.add(next);
        }
        pace.spend(copies.size());
        callParked();
        return new Parcel(copies);
    }

    private void callParked() {
        if (waiting.size() < SHORT_LINE) {
            parked.callOne();
        }
    }

    private long pauseWhileWaiting() {
        return waiting.isEmpty() ? Long.MAX_VALUE : pace.untilAllowed().toNanos();
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
            LOGGER.info("event=slower route={} {} reply=\"{}\"", destination.name(), pace, reply);
        }
    }

    /** A connection could not be made, or ended before anything was sent on it. */
    synchronized void unreachable(IOException why) {
        if (why instanceof DomainTakesNoMailException never) {
            drain().forEach(copy -> outcomes.answered(copy, never.reply()));
            callAllParkedIfEmpty();
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
        callAllParkedIfEmpty();
        senders.later(this::retry, pause);
    }

    private void keepOrPutOff(Copy copy, IOException why) {
        SmtpReply reply = Reason.of(copy, destination.name(), why);
        if (!destination.isOnlyWay()) {
            outcomes.putOff(copy, reply);
        } else if (copy.isExpired(senders.now())
                || why instanceof NoEncryptionException
                        && copy.message().stored().encryptedOnly()) {
            // The relay is ours to mend: nobody's address is bad.
            outcomes.putOffBlameless(copy, reply);
        } else {
            waiting.add(copy);
        }
    }

    /** Called by each sender at its end, whatever ended it. */
    synchronized void senderEnded() {
        connections--;
        callParked();
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
        return waiting.isEmpty() && parked.isEmpty() && connections == 0;
    }

    private synchronized void retry() {
        alarmSet = false;
        callAllParkedIfEmpty();
        wakeSenders();
    }

    /** Nobody takes from an empty line, so nobody would call them. */
    private void callAllParkedIfEmpty() {
        if (waiting.isEmpty()) {
            parked.callAll();
        }
    }

    private void wakeSenders() {
        notifyAll();
        if (closing || pace.isPausing()) {
            return;
        }
        if (pace.allowance() == 0 && !waiting.isEmpty() && !alarmSet) {
            alarmSet = true;
            senders.later(this::retry, pace.untilAllowed());
        }
        int wanted = Math.min(Math.min(pace.limitForNew() - connections, waiting.size() - idle), pace.allowance());
        for (int i = 0; i < wanted; i++) {
            connections++;
            senders.start(this);
        }
    }

    private @Nullable Copy nextCopy() {
        for (Copy copy = waiting.poll(); copy != null; copy = waiting.poll()) {
            if (copy.lease().isLost()) {
                outcomes.dropped(copy);
            } else if (copy.isExpired(senders.now())) {
                outcomes.expired(copy);
            } else {
                return copy;
            }
        }
        return null;
    }

    private boolean isSameAsNext(Copy first) {
        Copy next = waiting.peek();
        return next != null && next.message() == first.message() && next.variant() == first.variant();
    }

    private List<Copy> drain() {
        List<Copy> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }
}
