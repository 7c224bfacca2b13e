package org.sampan.mailserver.enrolment;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.post.PostLinks;

/** The links and addresses by which one person leaves one list. */
final class LeaveLinks {
    private final SigningKey key;
    private final PostLinks links;

    @Inject
    LeaveLinks(SigningKey key, PostLinks links) {
        this.key = key;
        this.links = links;
    }

    String of(MailingList list, Subscription subscription) {
        return links.leave(text(list, subscription));
    }

    /** Where the reader chooses how this list's posts come. */
    String preferences(MailingList list, Subscription subscription) {
        return links.preferences(text(list, subscription));
    }

    /** A mail to this address leaves the list, as opening the link does. */
    EmailAddress addressOf(MailingList list, Subscription subscription) {
        return list.address().at(Role.CONFIRM, text(list, subscription));
    }

    /** Empty when the text was not made here. */
    Optional<LeaveToken> parse(String text) {
        return LeaveToken.parse(text.strip(), key);
    }

    private String text(MailingList list, Subscription subscription) {
        return new LeaveToken(list.id(), subscription.personId()).text(key);
    }
}
