package org.sampan.mailserver.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.delivery.CopyOutcome;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.delivery.NodeName;
import org.sampan.mailserver.delivery.Outcome;
import org.sampan.mailserver.delivery.Refusals;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.smtp.SmtpReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what becomes of copies and writes it in groups, each after at most {@link #LONGEST_WAIT} or {@value #GROUP} outcomes. An
 * outcome that cannot be written now is kept and written later. Safe for many threads.
 */
final class OutcomeRecorder implements AutoCloseable {
    static final Duration LONGEST_WAIT = Duration.ofMillis(50);
    static final int GROUP = 64;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Logger LOGGER = LoggerFactory.getLogger(OutcomeRecorder.class);

    private final DeliveryBatches batches;
    private final NodeName node;
    private final Set<Refusals> listeners;
    private final Clock clock;
    private final Leases leases;
    private final SentJournal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<Settled> waiting = new ArrayList<>();
    private int writing;
    private int noted;
    private boolean closing;
    private final Thread writer = new Thread(this::writeGroups, "deliver-outcomes");

    OutcomeRecorder(
            DeliveryBatches batches,
            NodeName node,
            Set<Refusals> listeners,
            Clock clock,
            Leases leases,
            SentJournal journal) {
        this.batches = batches;
        this.node = node;
        this.listeners = listeners;
        this.clock = clock;
        this.leases = leases;
        this.journal = journal;
        writer.setDaemon(true);
    }

    /** Begins to write what is told from now on. */
    void start() {
        writer.start();
    }

    /**
     * Writes what a process before this one sent but did not write.
     *
     * @param takeBack gives back what that process held; retries can only be written when they are given back
     */
    void tellLeftOver(Runnable takeBack) {
        List<CopyOutcome> leftOver = journal.leftOver();
        batches.record(node, leftOver);
        takeBack.run();
        batches.record(node, leftOver);
        journal.clear();
        if (!leftOver.isEmpty()) {
            LOGGER.info("event=journal-told copies={}", leftOver.size());
        }
    }

    void sent(Copy copy) {
        settle(copy, Outcome.SENT, "", null, false);
    }

    /** The recipient is gone: there is no copy. */
    void left(CopyOutcome left, Lease lease) {
        settle(lease, left, false);
    }

    /** Another node has the batch now; it tells the outcome. */
    void dropped(Copy copy) {
        leases.settled(copy.lease());
        leases.written(copy.lease());
    }

    /** The server answered 4xx or 5xx to this copy. */
    void answered(Copy copy, SmtpReply reply) {
        if (reply.isTransient()) {
            putOff(copy, reply);
        } else {
            settle(copy, Outcome.FAILED, reply.toString(), null, true);
        }
    }

    /** Try it again later, or give up when it expires before. */
    void putOff(Copy copy, SmtpReply why) {
        Optional<Instant> next = RetrySchedule.next(
                copy.attempts() + 1, clock.instant(), copy.message().expiresAt());
        if (next.isPresent()) {
            settle(copy, Outcome.DEFERRED, why.toString(), next.get(), false);
        } else {
            settle(copy, Outcome.FAILED, why.toString(), null, true);
        }
    }

    /** The same for a reason that is not the recipient's: nobody is told when it expires. */
    void putOffBlameless(Copy copy, SmtpReply why) {
        Optional<Instant> next = RetrySchedule.next(
                copy.attempts() + 1, clock.instant(), copy.message().expiresAt());
        if (next.isPresent()) {
            settle(copy, Outcome.DEFERRED, why.toString(), next.get(), false);
        } else {
            failed(copy, why);
        }
    }

    /** It waited here until it was too late. */
    void expired(Copy copy) {
        SmtpReply reply = new SmtpReply(451, "4.4.7 could not be sent before it expired");
        if (copy.attempts() == 0) {
            // No server was ever asked, so no address is to blame.
            failed(copy, reply);
        } else {
            putOff(copy, reply);
        }
    }

    /** It cannot go, for a reason that is not the recipient's: nobody is told but the ledger. */
    void failed(Copy copy, SmtpReply why) {
        settle(copy, Outcome.FAILED, why.toString(), null, false);
    }

    /** How many outcomes are told but not yet in the database. */
    int unwritten() {
        lock.lock();
        try {
            return waiting.size() + writing;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what there is and ends; gives up when the database does not answer for {@code atMost}. */
    void close(Duration atMost) {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(atMost.toMillis());
            journal.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }

    private void settle(Copy copy, Outcome outcome, String reply, @Nullable Instant next, boolean refusal) {
        CopyOutcome told = new CopyOutcome(
                copy.message().stored().delivery(),
                copy.lease().batch(),
                copy.index(),
                copy.recipient().person(),
                copy.recipient().email().domain(),
                outcome,
                copy.attempts() + 1,
                reply,
                next);
        settle(copy.lease(), told, refusal);
    }

    private void settle(Lease lease, CopyOutcome told, boolean refusal) {
        leases.settled(lease);
        lock.lock();
        try {
            waiting.add(new Settled(lease, told, refusal));
            if (told.outcome() == Outcome.SENT) {
                journal.note(told);
            }
            if (waiting.size() == 1 || waiting.size() >= GROUP) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void writeGroups() {
        List<Settled> group = nextGroup();
        while (!group.isEmpty()) {
            writeUntilDone(group);
            group = nextGroup();
        }
    }

    private List<Settled> nextGroup() {
        lock.lock();
        try {
            writing = 0;
            while (waiting.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            long nanos = LONGEST_WAIT.toNanos();
            while (waiting.size() < GROUP && !closing && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            List<Settled> group = waiting;
            waiting = new ArrayList<>();
            writing = group.size();
            noted = journal.turn();
            return group;
        } catch (InterruptedException e) {
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private void writeUntilDone(List<Settled> group) {
        // Before they are written: a crash between the two tells the listeners twice, the other order would not tell
        // them at all.
        group.stream().filter(Settled::refusal).forEach(this::tellListeners);
        while (!write(group)) {
            lock.lock();
            try {
                if (closing) {
                    return;
                }
                var unused = changed.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
        }
        journal.clear(noted);
        group.forEach(it -> leases.written(it.lease()));
    }

    private boolean write(Collection<Settled> group) {
        try {
            batches.record(node, group.stream().map(Settled::outcome).toList());
            return true;
        } catch (RuntimeException e) {
            LOGGER.warn("event=outcomes-wait outcomes={} reason=\"{}\"", group.size(), Reason.of(e));
            return false;
        }
    }

    private void tellListeners(Settled settled) {
        CopyOutcome outcome = settled.outcome();
        for (Refusals listener : listeners) {
            try {
                listener.refused(new VerpAddress(outcome.delivery(), outcome.person()), outcome.reply());
            } catch (RuntimeException e) {
                LOGGER.error("event=refusal-not-heard delivery={} listener={}", outcome.delivery(), listener, e);
            }
        }
    }

    private record Settled(Lease lease, CopyOutcome outcome, boolean refusal) {}
}
