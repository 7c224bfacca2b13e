package org.sampan.mailserver.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.membership.Consent;
import org.sampan.mailserver.membership.Consents;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.NoticeContent;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts people on lists for good, with the evidence that they agreed, and says welcome. Safe for many threads and nodes. */
final class Enlisting {
    private static final Logger LOGGER = LoggerFactory.getLogger(Enlisting.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Members members;
    private final Consents consents;
    private final OccasionalNotices notices;
    private final ReaderLanguages languages;
    private final LeaveLinks leaveLinks;
    private final Clock clock;

    @Inject
    Enlisting(
            Members members,
            Consents consents,
            OccasionalNotices notices,
            ReaderLanguages languages,
            LeaveLinks leaveLinks,
            Clock clock) {
        this.members = members;
        this.consents = consents;
        this.notices = notices;
        this.languages = languages;
        this.leaveLinks = leaveLinks;
        this.clock = clock;
    }

    /** Again changes nothing; whose address was suspended gets mail again. */
    void put(MailingList list, Person person, Confirmation.Place place) {
        Subscription stored =
                members.add(list, person, place.mode(), place.consent()).subscription();
        if (place.moderated() && !stored.moderated()) {
            members.change(list, stored.person(), stored.mode(), true);
        }
        if (stored.state() == Subscription.State.SUSPENDED) {
            members.change(list, person.email(), Subscription.State.ACTIVE); // the mail with the token has arrived
            members.changeBounces(person.email(), known -> BounceRecord.CLEAN);
        }
        consents.keep(
                list, person.email(), new Consent(place.consent(), clock.instant(), place.visitor(), place.words()));
        LOGGER.info("event=joined list={} consent={}", list.id(), place.consent());
    }

    /** Is on the list, but gets nothing since mail came back. */
    boolean isSuspended(MailingList list, EmailAddress email) {
        return members.find(list, email)
                .filter(it -> it.state() == Subscription.State.SUSPENDED)
                .isPresent();
    }

    void welcome(MailingList list, EmailAddress email, Optional<String> inReplyTo) {
        members.find(list, email).ifPresent(it -> {
            NoticeContent content =
                    new JoiningContent.Welcome(leaveLinks.of(list, it), leaveLinks.preferences(list, it));
            Notice notice = Notice.of(list, email, languages.of(list, it.person()), content);
            notices.send(notice.inReplyTo(inReplyTo), HOUR);
        });
    }
}
