package org.sampan.mailserver.receive;

import java.time.Clock;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.mailbox.MailboxMessages;
import org.sampan.mailserver.post.PostAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps mail for the newsroom's desk until digest-service takes it. */
public final class KeepInMailbox extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(KeepInMailbox.class);

    private final Addressees addressees;
    private final MailboxMessages messages;
    private final Clock clock;

    @Inject
    public KeepInMailbox(Addressees addressees, MailboxMessages messages, Clock clock) {
        this.addressees = addressees;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Addressee addressee = PostAttributes.recipient(mail)
                .map(addressees::of)
                .orElseThrow(() -> new MessagingException("mail " + mail.getName() + " has no address"));
        if (addressee instanceof Addressee.ToMailbox desk) {
            messages.keep(desk.mailbox(), PostAttributes.envelope(mail), PostAttributes.message(mail), clock.instant());
            LOGGER.info(
                    "event=kept-for-the-desk mailbox={} mail={}", desk.mailbox().word(), mail.getName());
            mail.setState(Mail.GHOST);
        }
    }
}
