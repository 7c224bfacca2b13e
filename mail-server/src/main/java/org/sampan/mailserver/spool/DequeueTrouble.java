package org.sampan.mailserver.spool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.queue.api.MailQueueName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That no mail could be taken from a queue, until one is, or nothing went wrong for two minutes. Safe for many threads. */
final class DequeueTrouble {
    private static final Logger LOGGER = LoggerFactory.getLogger(DequeueTrouble.class);
    /** Longer than the longest pause before the next try and the ten seconds that one waits for a mail. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Clock clock;
    private String reason = "";
    private Instant since = Instant.MIN;
    private Instant last = Instant.MIN;

    @Inject
    DequeueTrouble(Clock clock) {
        this.clock = clock;
    }

    synchronized void happened(MailQueueName queue, Throwable failure, long tries) {
        since = isGoingOn() ? since : clock.instant();
        last = clock.instant();
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        reason = cause.toString();
        LOGGER.error("event=dequeue-failed queue={} tries={} reason=\"{}\"", queue.asString(), tries, reason);
    }

    synchronized void isOver(MailQueueName queue) {
        if (isGoingOn()) {
            LOGGER.info("event=dequeue-works-again queue={}", queue.asString());
            last = Instant.MIN;
        }
    }

    /** What is wrong now, and since when. */
    synchronized Optional<String> now() {
        return isGoingOn()
                ? Optional.of("no mail can be taken from the queue since " + since + ": " + reason)
                : Optional.empty();
    }

    private boolean isGoingOn() {
        return !last.equals(Instant.MIN) && clock.instant().isBefore(last.plus(PATIENCE));
    }
}
