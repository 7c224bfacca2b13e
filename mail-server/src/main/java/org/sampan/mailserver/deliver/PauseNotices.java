package org.sampan.mailserver.deliver;

import java.util.List;
import javax.inject.Inject;
import org.sampan.mailserver.delivery.CommonReason;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.DeliveryProgress;
import org.sampan.mailserver.delivery.HaltedDeliveries.PausedSend;
import org.sampan.mailserver.delivery.RecipientStatus.Status;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.StewardLink;
import org.sampan.mailserver.mailinglist.StewardLink.Purpose;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.notice.SendContent;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostLinks;

/** Writes to owners, each in their language, how a send stands that paused itself, and how it goes on. */
final class PauseNotices {
    private static final int REASONS = 10;

    private final Deliveries deliveries;
    private final PostArchive archive;
    private final Stewards stewards;
    private final Members members;
    private final Notices notices;
    private final PostLinks links;
    private final SigningKey key;

    @Inject
    PauseNotices(
            Deliveries deliveries,
            PostArchive archive,
            Stewards stewards,
            Members members,
            Notices notices,
            PostLinks links,
            SigningKey key) {
        this.deliveries = deliveries;
        this.archive = archive;
        this.stewards = stewards;
        this.members = members;
        this.notices = notices;
        this.links = links;
        this.key = key;
    }

    /** @return how many owners */
    int send(MailingList list, PausedSend send) {
        DeliveryProgress progress = deliveries.progress(send.post()).orElse(DeliveryProgress.NOT_BEGUN);
        SendContent.Figures figures = new SendContent.Figures(progress.sent(), progress.failed(), progress.open());
        String subject =
                archive.find(list, send.post()).map(ArchivedPost::subject).orElse("");
        String reply = commonest(send);
        List<EmailAddress> owners = stewards.owners(list);
        for (EmailAddress owner : owners) {
            String link = links.send(StewardLink.text(Purpose.SEND, send.delivery(), owner, key));
            String language = members.person(owner).map(Person::language).orElse("");
            SendContent content = new SendContent.SendPaused(
                    figures, subject, reply, send.post().text(), link);
            notices.send(Notice.of(list, owner, language, content));
        }
        return owners.size();
    }

    private String commonest(PausedSend send) {
        return deliveries.reasons(send.post(), REASONS).stream()
                .filter(it -> it.status() == Status.FAILED)
                .map(CommonReason::reply)
                .findFirst()
                .orElse("");
    }
}
