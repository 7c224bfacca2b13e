package org.sampan.mailserver.moderate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.notice.RejectReason;

/** What the ways to decide over REST have in common. */
final class HeldAnswers {
    private HeldAnswers() {}

    /** @throws Problem when {@code because} is none of the reasons */
    static Rejection rejection(@Nullable String because, @Nullable String words) {
        Optional<RejectReason> reason = because == null || because.isBlank()
                ? Optional.empty()
                : Optional.of(RejectReason.of(because.strip())
                        .orElseThrow(() -> Problem.badField("because", "because: there is no such reason")));
        return new Rejection(reason, words == null ? "" : words.strip());
    }

    static Problem textGone() {
        return Problem.notFound("It was decided about, and its text is not kept any more.");
    }

    /** Somebody was faster. */
    static Problem already(Optional<Decision> decision) {
        return Problem.conflict(decision.map(it -> it.kind() == Decision.Kind.EXPIRED
                        ? "expired: nobody decided in time"
                        : "already " + it.kind().word() + " by " + it.by())
                .orElse("already decided"));
    }
}
