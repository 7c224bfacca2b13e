package org.sampan.mailserver.bounce;

import javax.inject.Inject;
import org.sampan.mailserver.delivery.Refusals;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.report.ReportReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from the delivery engine what other servers refused in the session. */
final class RecordRefusal implements Refusals {
    private static final Logger LOGGER = LoggerFactory.getLogger(RecordRefusal.class);

    private final ReportReader reader;
    private final ReturnedCopies copies;

    @Inject
    RecordRefusal(ReportReader reader, ReturnedCopies copies) {
        this.reader = reader;
        this.copies = copies;
    }

    @Override
    public void refused(VerpAddress copy, String reply) {
        try {
            copies.returned(copy, reader.readReply(reply));
        } catch (RuntimeException trouble) {
            LOGGER.error("event=refusal-not-booked delivery={} person={}", copy.delivery(), copy.person(), trouble);
        }
    }
}
