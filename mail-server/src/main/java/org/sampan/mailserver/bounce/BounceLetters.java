package org.sampan.mailserver.bounce;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.BounceSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListSettings.Joining;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.ResumeToken;
import org.sampan.mailserver.notice.BounceContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.NoticeContent;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.post.PostLinks;

/** Writes to members whose mail comes back, in their language, and to the owners of their lists. */
final class BounceLetters {
    private static final String OF_THE_LIST = "";

    private final MailingLists lists;
    private final Notices notices;
    private final SigningKey key;
    private final PostLinks links;

    @Inject
    BounceLetters(MailingLists lists, Notices notices, SigningKey key, PostLinks links) {
        this.lists = lists;
        this.notices = notices;
        this.key = key;
        this.links = links;
    }

    void warn(MailingList list, Bounce bounce, Person reader) {
        tell(
                list,
                reader,
                new BounceContent.BounceWarning(
                        bounce.failure().words(), link(list, bounce.person()), answer(list, bounce.person())));
    }

    /** @return the trial mail's delivery */
    long probe(MailingList list, Bounce bounce, Person reader) {
        return tell(list, reader, new BounceContent.Probe(link(list, bounce.person()), answer(list, bounce.person())));
    }

    void suspended(MailingList list, BounceCase trouble, Person reader) {
        remind(list, trouble, reader);
        OwnersView view = OwnersView.of(list);
        tellOwners(list, new BounceContent.MemberSuspended(view.address(reader.email()), view.words(trouble.reply())));
    }

    void remind(MailingList list, BounceCase trouble, Person reader) {
        String link = link(list, trouble.person());
        tell(
                list,
                reader,
                new BounceContent.Suspended(
                        trouble.reply(), link, answer(list, trouble.person()), BounceSteps.removal(trouble, list)));
    }

    void removed(MailingList list, BounceCase trouble, Person reader) {
        boolean open = list.settings().joining() != Joining.CLOSED;
        tell(list, reader, new BounceContent.Removed(trouble.reply(), open));
        OwnersView view = OwnersView.of(list);
        tellOwners(list, new BounceContent.MemberRemoved(view.address(reader.email()), view.words(trouble.reply())));
    }

    /** To every owner, whatever the list's settings. */
    void summary(MailingList list, BounceContent.BounceSummary summary) {
        lists.stewards(list, Steward.OWNER)
                .forEach(owner -> notices.send(Notice.of(list, owner, OF_THE_LIST, summary)));
    }

    private long tell(MailingList list, Person reader, NoticeContent content) {
        return notices.send(Notice.of(list, reader.email(), reader.language(), content));
    }

    private void tellOwners(MailingList list, NoticeContent content) {
        if (list.settings().get(BounceSettings.TELL_OWNERS)) {
            lists.stewards(list, Steward.OWNER)
                    .forEach(owner -> notices.send(Notice.of(list, owner, OF_THE_LIST, content)));
        }
    }

    private String link(MailingList list, long person) {
        return links.resume(token(list, person));
    }

    /** Empty where the list's name is so long that none could write to the address (RFC 5321 section 4.5.3.1.1). */
    private Optional<EmailAddress> answer(MailingList list, long person) {
        String address = list.address().name() + Role.BOUNCES.suffix() + "+" + token(list, person) + "@"
                + list.address().domain();
        return EmailAddress.parse(address);
    }

    private String token(MailingList list, long person) {
        return new ResumeToken(list.id(), person).text(key);
    }
}
