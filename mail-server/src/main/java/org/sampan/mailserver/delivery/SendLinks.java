package org.sampan.mailserver.delivery;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.StewardLink;
import org.sampan.mailserver.mailinglist.StewardLink.Purpose;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.post.PostId;

/** Who holds a link to which send. */
final class SendLinks {
    private final HaltedDeliveries halted;
    private final MailingLists lists;
    private final Stewards stewards;
    private final SigningKey key;

    @Inject
    SendLinks(HaltedDeliveries halted, MailingLists lists, Stewards stewards, SigningKey key) {
        this.halted = halted;
        this.lists = lists;
        this.stewards = stewards;
        this.key = key;
    }

    /** Empty when the text is none of ours, or its holder no owner any more. */
    Optional<Send> holder(String token) {
        return StewardLink.parse(token)
                .flatMap(link -> halted.find(link.number())
                        .flatMap(send -> lists.find(send.list())
                                .flatMap(list -> link.holder(Purpose.SEND, stewards.owners(list), key)
                                        .map(owner -> new Send(send.post(), list, owner)))));
    }

    record Send(PostId post, MailingList list, EmailAddress owner) {}
}
