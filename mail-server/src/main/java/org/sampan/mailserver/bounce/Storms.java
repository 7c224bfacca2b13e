package org.sampan.mailserver.bounce;

import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.sampan.mailserver.bounce.Bounces.Excused;
import org.sampan.mailserver.report.FailureKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows when a provider refuses one post, or us, rather than its readers: at least five of its readers, and half of those the post
 * went to, come back for one kind of reason. A provider that says for five days that none of its addresses exist is believed.
 */
final class Storms {
    private static final Logger LOGGER = LoggerFactory.getLogger(Storms.class);
    private static final int FEWEST = 5;
    private static final int MANY = 32;
    private static final Duration BELIEVED_AFTER = Duration.ofDays(5);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Bounces bounces;

    @Inject
    Storms(Bounces bounces) {
        this.bounces = bounces;
    }

    /** What was counted and should not have been; empty when this is no storm. Call it after the bounce is kept. */
    List<Excused> excused(Bounce bounce) {
        if (!isBelieved(bounce) && (bounces.isStorm(bounce) || begins(bounce))) {
            return bounces.excuse(bounce);
        }
        return List.of();
    }

    private boolean isBelieved(Bounce bounce) {
        return bounce.failure().kind() == FailureKind.HARD
                && bounces.firstStorm(
                                bounce.provider(), FailureKind.HARD, bounce.at().minus(REMEMBERED))
                        .filter(it -> it.isBefore(bounce.at().minus(BELIEVED_AFTER)))
                        .isPresent();
    }

    /** The slow question is asked for the first few, and then each time they have doubled. */
    private boolean begins(Bounce bounce) {
        long alike = bounces.alike(bounce);
        if (alike < FEWEST || alike >= MANY && Long.bitCount(alike) > 1) {
            return false;
        }
        long recipients = bounces.recipientsThere(bounce);
        boolean storm = alike * 2 >= recipients;
        if (storm) {
            LOGGER.warn(
                    "event=bounce-storm delivery={} provider={} kind={} bounced={} recipients={}",
                    bounce.delivery(),
                    bounce.provider(),
                    bounce.failure().kind(),
                    alike,
                    recipients);
        }
        return storm;
    }
}
