package org.sampan.mailserver.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What REST says of deliveries. */
final class DeliveryAnswers {
    private DeliveryAnswers() {}

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProgressAnswer(
            String state,
            long recipients,
            long sent,
            long deferred,
            long failed,
            long left,
            long cancelled,
            long open,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            double ratePerSecond,
            @Nullable Long secondsLeft,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant nextDueAt,
            @Nullable HaltAnswer halt,
            List<ReasonAnswer> reasons,
            boolean recipientsKept) {
        static ProgressAnswer of(DeliveryProgress progress, List<CommonReason> reasons) {
            return new ProgressAnswer(
                    word(progress.state()),
                    progress.recipients(),
                    progress.sent(),
                    progress.deferred(),
                    progress.failed(),
                    progress.left(),
                    progress.cancelled(),
                    progress.open(),
                    progress.startedAt(),
                    progress.finishedAt(),
                    progress.pace().perSecond(),
                    progress.secondsLeft().orElse(null),
                    progress.pace().nextAttemptAt(),
                    progress.pace().nextDueAt(),
                    progress.halt().map(HaltAnswer::of).orElse(null),
                    reasons.stream().map(ReasonAnswer::of).toList(),
                    progress.recipientsKept());
        }
    }

    /** @param by empty: the send paused itself */
    record HaltAnswer(String reason, String by, Instant at) {
        static HaltAnswer of(Halt halt) {
            return new HaltAnswer(halt.by().isEmpty() ? "refusals" : "person", halt.by(), halt.at());
        }
    }

    record ReasonAnswer(String status, String code, String reply, long copies) {
        static ReasonAnswer of(CommonReason reason) {
            return new ReasonAnswer(word(reason.status()), reason.code(), reason.reply(), reason.copies());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RecipientsAnswer(
            List<RecipientAnswer> recipients, @Nullable String next) {
        /** @param found one more than the limit when there is another page */
        static RecipientsAnswer of(List<TroubledCopy> found, int limit) {
            List<TroubledCopy> shown = found.subList(0, Math.min(limit, found.size()));
            return new RecipientsAnswer(
                    shown.stream()
                            .map(it -> RecipientAnswer.of(it.email(), it.status()))
                            .toList(),
                    found.size() > limit ? Long.toString(shown.get(limit - 1).person()) : null);
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RecipientAnswer(
            String email,
            String status,
            int attempts,
            String lastReply,
            @Nullable Instant nextAttemptAt) {
        static RecipientAnswer of(String email, RecipientStatus status) {
            return new RecipientAnswer(
                    email, word(status.status()), status.attempts(), status.lastReply(), status.nextAttemptAt());
        }
    }
}
