package org.sampan.mailserver.receive;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.sampan.mailserver.mailbox.Mailbox;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at RCPT what no mail can be sent to, so that the sender's own server tells the sender at once. Whether mail for other
 * domains is taken is for James's own hook to say, which knows who has logged in.
 */
public final class ListRcptHook implements RcptHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(ListRcptHook.class);

    private final Addressees addressees;
    private final Members members;
    private final Settings settings;

    @Inject
    public ListRcptHook(Addressees addressees, Members members, Settings settings) {
        this.addressees = addressees;
        this.members = members;
        this.settings = settings;
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        Optional<String> account = Optional.ofNullable(session.getUsername()).map(it -> it.asString());
        try {
            return PostAttributes.address(recipient)
                    .map(it -> answer(it, sender.asOptional().flatMap(PostAttributes::address), account))
                    .orElseGet(() -> Replies.refuse("550", "5.1.3", "This address cannot be read."));
        } catch (RuntimeException trouble) {
            LOGGER.error("event=rcpt-trouble session={}", session.getSessionID(), trouble);
            return Replies.tryAgain();
        }
    }

    private HookResult answer(EmailAddress recipient, Optional<EmailAddress> sender, Optional<String> account) {
        Addressee addressee = addressees.of(recipient);
        if (addressee instanceof Addressee.ToMailbox desk && account.isEmpty() && !isWelcome(desk.mailbox(), sender)) {
            return Replies.refuse(
                    "550",
                    "5.7.1",
                    recipient + " takes mail from people it knows; log in to submit mail, or ask them.");
        }
        if (addressee instanceof Addressee.ToNobody) {
            return Replies.refuse("550", "5.1.1", "There is no list or address " + recipient + " here.");
        }
        if (addressee instanceof Addressee.ToOperator
                && settings.operatorEmail().isEmpty()) {
            return Replies.refuse("550", "5.1.1", "Nobody reads " + recipient + " here.");
        }
        if (addressee instanceof Addressee.ToRole role
                && role.role() == Role.DIGEST
                && !isDigestService(sender, account)) {
            return Replies.refuse("550", "5.7.1", recipient + " takes mail from the digest service only.");
        }
        if (addressee instanceof Addressee.ToRole role && role.role() == Role.JOIN && isClosed(role.list())) {
            return Replies.refuse(
                    "550",
                    "5.7.1",
                    "Nobody joins this list alone; write to "
                            + role.list().address().at(Role.OWNER) + ".");
        }
        return Replies.next();
    }

    /** Whoever is on a list may pass articles on; the desk looks at them. Only a login speaks as the secretariat. */
    private boolean isWelcome(Mailbox mailbox, Optional<EmailAddress> sender) {
        return mailbox == Mailbox.CLIPPINGS && sender.flatMap(members::person).isPresent();
    }

    private static boolean isClosed(MailingList list) {
        return !list.settings().joining().takesWishes();
    }

    private boolean isDigestService(Optional<EmailAddress> sender, Optional<String> account) {
        return HouseFields.isFromDigestService(new Envelope(sender, account), settings.domain());
    }
}
