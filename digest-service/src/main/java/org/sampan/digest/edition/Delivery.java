package org.sampan.digest.edition;

import java.time.Instant;
import java.util.Optional;

/**
 * What the mail server last told of an edition's way to its readers.
 *
 * @param post its name in the list's archive
 * @param state {@code waiting}, {@code sending}, {@code retrying}, {@code paused}, {@code cancelled} or {@code finished}
 * @param deferred to be tried again
 * @param open not offered to any server yet
 * @param nextDueAt when the next copies go of those that wait for an hour of their readers' day
 * @param toldAt when the mail server said so
 */
public record Delivery(
        String post,
        String state,
        Figures figures,
        Optional<Instant> nextDueAt,
        Instant toldAt,
        Optional<Instant> finishedAt) {
    /** Copies. */
    public record Figures(long recipients, long sent, long deferred, long failed, long open, long cancelled) {
        /** Parts of a hundred that are settled. */
        public int percent() {
            return recipients == 0 ? 100 : (int) (100 * (recipients - open - deferred) / recipients);
        }
    }

    /** Nothing comes after it. */
    public boolean isOver() {
        return state.equals("finished") || state.equals("cancelled");
    }
}
