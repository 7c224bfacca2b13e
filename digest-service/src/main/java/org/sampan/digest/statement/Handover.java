package org.sampan.digest.statement;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.PostId;

/**
 * A mail on its way into the mail server's hands, for one list.
 *
 * @param at since when it is so
 * @param reason the mail server's words, when it refused
 * @param post what the mail became there, when that is known
 */
public record Handover(Destination to, Step step, Optional<Instant> at, String reason, Optional<PostId> post) {
    /** How far it is. */
    public enum Step {
        WAITING,
        /** The mail server answered 250. */
        TAKEN,
        /** It will never take it. */
        REFUSED,
        /** Taken, and to be stopped there. */
        STOPPING,
        /** Never handed over, or stopped before all had it. */
        STOPPED,
        /** It was to be stopped when all had it already. */
        TOO_LATE;

        /** As in texts and REST. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why the mail server will never take it, as far as its words tell (contract, "X-Sampan-Audience"). */
    public enum Refusal {
        /** It has forgotten who received the version that this one is for the receivers of. */
        FORGOTTEN,
        /** That version never went to this list. */
        NEVER_SENT,
        OTHER;

        private static Refusal of(String reason) {
            return reason.contains("[forgotten]") ? FORGOTTEN : reason.contains("[never-sent]") ? NEVER_SENT : OTHER;
        }

        /** As in texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Empty unless it was refused. */
    public Optional<Refusal> refusal() {
        return step == Step.REFUSED ? Optional.of(Refusal.of(reason)) : Optional.empty();
    }

    public ListAddress list() {
        return to.list();
    }

    public boolean isWaiting() {
        return step == Step.WAITING;
    }

    /** Whether any of the list's readers may have it. */
    public boolean wasTaken() {
        return step != Step.WAITING && step != Step.REFUSED && at.isPresent();
    }
}
