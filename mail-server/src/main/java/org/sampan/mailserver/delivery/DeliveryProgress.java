package org.sampan.mailserver.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a delivery is. {@code sent + deferred + failed + left + cancelled} grows to {@code recipients}.
 *
 * @param deferred waiting to be tried again
 * @param left left the list before their copy went
 * @param cancelled will never go, since the send was cancelled
 * @param startedAt null before the first attempt
 * @param finishedAt null while anything is open or deferred
 * @param halt present while it is paused, and when it was cancelled
 * @param pace how fast it goes
 * @param recipientsKept false when only the counts are still known
 */
public record DeliveryProgress(
        State state,
        long recipients,
        long sent,
        long deferred,
        long failed,
        long left,
        long cancelled,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Optional<Halt> halt,
        Pace pace,
        boolean recipientsKept) {
    /** Of a post that was not given to the ledger yet. */
    public static final DeliveryProgress NOT_BEGUN = new DeliveryProgress(
            State.WAITING, 0, 0, 0, 0, 0, 0, null, null, Optional.empty(), new Pace(0, null, null), true);

    /** Copies that were not offered to any server yet. */
    public long open() {
        return Math.max(0, recipients - sent - deferred - failed - left - cancelled);
    }

    /** Seconds until every copy was offered once; empty when nothing says how long it takes. */
    public Optional<Long> secondsLeft() {
        return state == State.SENDING && open() > 0 && pace.perSecond() > 0 && pace.nextDueAt() == null
                ? Optional.of((long) Math.ceil(open() / pace.perSecond()))
                : Optional.empty();
    }

    /** What is done about a delivery now. */
    public enum State {
        /** No copy was offered yet, or all that are due by now were. */
        WAITING,
        SENDING,
        /** Every copy was offered once; some are tried again. */
        RETRYING,
        PAUSED,
        CANCELLED,
        FINISHED
    }

    /**
     * How fast it goes.
     *
     * @param perSecond copies taken: over the last seconds while it sends, none while it is paused, else on average until every copy
     *     had been offered once
     * @param nextAttemptAt when the next deferred copy is due; null when there is none
     * @param nextDueAt when the next copies go that wait for an hour of their readers' day; null when none do
     */
    public record Pace(
            double perSecond,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant nextDueAt) {}
}
