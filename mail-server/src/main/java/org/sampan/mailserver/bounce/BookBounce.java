package org.sampan.mailserver.bounce;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import org.sampan.mailserver.bounce.Bounces.Excused;
import org.sampan.mailserver.domain.OrganisationalDomain;
import org.sampan.mailserver.mailinglist.BounceSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.report.Failure;
import org.sampan.mailserver.report.FailureKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what came back to the person whose copy it was. Safe for many threads. */
final class BookBounce {
    private static final Logger LOGGER = LoggerFactory.getLogger(BookBounce.class);

    private final Members members;
    private final MailingLists lists;
    private final Bounces bounces;
    private final Storms storms;
    private final BounceSteps steps;
    private final Clock clock;

    @Inject
    BookBounce(Members members, MailingLists lists, Bounces bounces, Storms storms, BounceSteps steps, Clock clock) {
        this.members = members;
        this.lists = lists;
        this.bounces = bounces;
        this.storms = storms;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param person number; nothing happens when it is nobody's any more, or the copy has come back before */
    void book(long person, long list, long delivery, Failure failure) {
        LOGGER.info("event=bounced delivery={} person={} kind={}", delivery, person, failure.kind());
        Optional<Person> reader = members.person(person);
        Optional<MailingList> of = lists.find(list);
        if (reader.isEmpty() || of.isEmpty()) {
            return;
        }
        Bounce bounce = new Bounce(person, list, delivery, failure, provider(reader.get(), failure), clock.instant());
        if (bounces.add(bounce)) {
            count(bounce, reader.get(), of.get());
        }
    }

    private void count(Bounce bounce, Person reader, MailingList list) {
        Duration halfLife = list.settings().get(BounceSettings.HALF_LIFE);
        List<Excused> excused = storms.excused(bounce);
        if (!excused.isEmpty()) {
            excused.forEach(it -> takeBack(it, halfLife));
            return;
        }
        FailureKind kind = bounce.failure().kind();
        AtomicBoolean counts = new AtomicBoolean();
        Optional<BounceRecord> after = members.changeBounces(reader.email(), known -> {
            counts.set(BounceScore.counts(known, kind, bounce.at()));
            return BounceScore.add(known, kind, bounce.failure().words(), bounce.at(), halfLife);
        });
        if (counts.get() && after.isPresent()) {
            bounces.weigh(bounce, BounceScore.points(kind));
            steps.consider(bounce, reader, after.get().score());
        }
    }

    private void takeBack(Excused excused, Duration halfLife) {
        if (excused.weight() > 0) {
            members.person(excused.person())
                    .ifPresent(person -> members.changeBounces(
                            person.email(),
                            known -> BounceScore.without(known, excused.weight(), excused.at(), halfLife)));
        }
    }

    /** Whose server refused: where the report does not tell, the reader's own domain. */
    private static String provider(Person reader, Failure failure) {
        String server = failure.server();
        return OrganisationalDomain.of(
                        server.contains(".") ? server : reader.email().domain())
                .name();
    }
}
