package org.sampan.mailserver.enrolment;

import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.notice.RequestContent;
import org.sampan.mailserver.notice.RequestContent.Standing;

/** Tells people, by mail to the address itself and not too often, how they stand to a list. Safe for many threads and nodes. */
public final class Standings {
    private static final Duration PAUSE = Duration.ofDays(1);

    private final Members members;
    private final OccasionalNotices notices;

    @Inject
    Standings(Members members, OccasionalNotices notices) {
        this.members = members;
        this.notices = notices;
    }

    /** @param inReplyTo Message-ID of the mail that asks */
    public void tell(MailingList list, EmailAddress email, Optional<String> inReplyTo) {
        Standing standing = members.find(list, email).map(Standings::of).orElse(Standing.STRANGER);
        String language = members.person(email).map(Person::language).orElse("");
        Notice notice = Notice.of(list, email, language, new RequestContent.WhoAmI(standing));
        notices.send(notice.inReplyTo(inReplyTo), PAUSE);
    }

    private static Standing of(Subscription subscription) {
        return subscription.state() == Subscription.State.SUSPENDED
                ? Standing.SUSPENDED
                : switch (subscription.mode()) {
                    case EACH -> Standing.EACH;
                    case DAILY, DAILY_PLAIN, WEEKLY, WEEKLY_PLAIN, TITLES -> Standing.DIGEST;
                    case NONE -> Standing.NONE;
                };
    }
}
