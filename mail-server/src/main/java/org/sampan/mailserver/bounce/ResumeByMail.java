package org.sampan.mailserver.bounce;

import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.ResumeToken;
import org.sampan.mailserver.notice.BounceContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.report.Report;

/**
 * A person answers one of the mails that are sent when mail comes back, whatever the answer says: so the address works. Whoever wrote
 * it, it is the reader that the answered mail went to who is told.
 */
final class ResumeByMail {
    private static final Duration POLITE = Duration.ofDays(1);

    private final SigningKey key;
    private final MailingLists lists;
    private final Members members;
    private final BounceSteps steps;
    private final OccasionalNotices notices;

    @Inject
    ResumeByMail(SigningKey key, MailingLists lists, Members members, BounceSteps steps, OccasionalNotices notices) {
        this.key = key;
        this.lists = lists;
        this.members = members;
        this.steps = steps;
        this.notices = notices;
    }

    /** Empty when the address is not that of such an answer. */
    Optional<ResumeToken> answered(String detail) {
        return ResumeToken.parse(detail, key);
    }

    /**
     * Takes delivery up again, unless a machine answered: a mailbox that is given up may have one as well.
     *
     * @param nullSender whether it came from nobody
     * @return false when a person should look at it
     */
    boolean heard(ResumeToken token, Report report, Message answer, boolean nullSender) {
        boolean person = report instanceof Report.Unreadable && !nullSender;
        if (person) {
            steps.resume(token.person());
            members.person(token.person()).ifPresent(it -> tell(token, it, answer));
        }
        return person || !(report instanceof Report.Unreadable);
    }

    private void tell(ResumeToken token, Person reader, Message answer) {
        lists.find(token.list())
                .ifPresent(list -> notices.send(
                        Notice.of(list, reader.email(), reader.language(), new BounceContent.Resumed())
                                .inReplyTo(MessageIds.own(answer.headers())),
                        POLITE));
    }
}
