package org.sampan.mailserver.bounce;

import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.bounce.BounceReport.Severity;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what came back to the person whose copy it was. Safe for many threads. */
final class BouncedCopies {
    private static final Logger LOGGER = LoggerFactory.getLogger(BouncedCopies.class);

    private final Members members;
    private final SuspendBouncingMember suspend;
    private final Clock clock;

    @Inject
    BouncedCopies(Members members, SuspendBouncingMember suspend, Clock clock) {
        this.members = members;
        this.suspend = suspend;
        this.clock = clock;
    }

    void book(VerpAddress copy, BounceReport report) {
        LOGGER.info(
                "event=bounced delivery={} person={} severity={}", copy.delivery(), copy.person(), report.severity());
        if (report.severity() == Severity.NONE || report.severity() == Severity.UNKNOWN) {
            return;
        }
        members.person(copy.person()).ifPresent(person -> book(person, report));
    }

    private void book(Person person, BounceReport report) {
        Optional<BounceRecord> booked =
                members.changeBounces(person.email(), known -> BounceScore.add(known, report, clock.instant()));
        if (booked.filter(BounceScore::isSuspended).isPresent()) {
            suspend.everywhere(person, report.words());
        }
    }
}
