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
