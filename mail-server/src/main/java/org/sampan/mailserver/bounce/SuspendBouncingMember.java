package org.sampan.mailserver.bounce;

import java.util.Set;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.BounceContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops delivery to an address that does not work, on all its lists, and tells the owners; the person stays a member. */
final class SuspendBouncingMember {
    private static final Logger LOGGER = LoggerFactory.getLogger(SuspendBouncingMember.class);
    private static final String OF_THE_LIST = "";

    private final MailingLists lists;
    private final Members members;
    private final Notices notices;

    @Inject
    SuspendBouncingMember(MailingLists lists, Members members, Notices notices) {
        this.lists = lists;
        this.members = members;
        this.notices = notices;
    }

    void everywhere(Person person, String words) {
        members.subscriptionsOf(person.email()).stream()
                .filter(it -> it.state() == Subscription.State.ACTIVE)
                .forEach(it -> lists.find(it.list()).ifPresent(list -> suspend(list, it, words)));
    }

    private void suspend(MailingList list, Subscription subscription, String words) {
        EmailAddress email = subscription.person().email();
        members.change(list, email, Subscription.State.SUSPENDED);
        LOGGER.warn("event=suspended list={} person={}", list.address(), subscription.personId());
        Set<EmailAddress> owners = lists.stewards(list, Steward.OWNER);
        owners.forEach(owner -> notices.send(
                Notice.of(list, owner, OF_THE_LIST, new BounceContent.MemberSuspended(email.written(), words))));
    }
}
