package org.sampan.mailserver.bounce;

import javax.inject.Inject;
import org.sampan.mailserver.delivery.Refusals;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from the delivery engine what other servers refused in the session. */
final class RecordRefusal implements Refusals {
    private static final Logger LOGGER = LoggerFactory.getLogger(RecordRefusal.class);

    private final BouncedCopies bouncedCopies;

    @Inject
    RecordRefusal(BouncedCopies bouncedCopies) {
        this.bouncedCopies = bouncedCopies;
    }

    @Override
    public void refused(VerpAddress copy, String reply) {
        try {
            bouncedCopies.book(copy, BounceReport.ofSmtpReply(reply));
        } catch (RuntimeException trouble) {
            LOGGER.error("event=refusal-not-booked delivery={} person={}", copy.delivery(), copy.person(), trouble);
        }
    }
}
