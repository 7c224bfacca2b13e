package org.sampan.mailserver.fanout;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mail an account sends to a person, not to a list: sign-in links, trial mails. It goes out as it is.
 *
 * <p>Addresses of our own domain take no mail back, so mail from one of them leaves with the null sender: what cannot be
 * delivered is in the ledger, and servers that try out the sender's address are not told that it does not exist.
 */
public final class SendToAddressees extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(SendToAddressees.class);
    private static final String ONLY = "";

    private final Deliveries deliveries;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public SendToAddressees(Deliveries deliveries, Settings settings, Clock clock) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        EmailAddress recipient = PostAttributes.recipient(mail)
                .orElseThrow(() -> new MessagingException("mail " + mail.getName() + " has no address to go to"));
        deliveries.send(recipient, Optional.empty(), outgoing(mail));
        LOGGER.info("event=sent-on mail={}", mail.getName());
        mail.setState(Mail.GHOST);
    }

    private Outgoing outgoing(Mail mail) throws MessagingException {
        String sender = PostAttributes.envelope(mail)
                .sender()
                .filter(it -> !it.domain().equals(settings.domain()))
                .map(EmailAddress::written)
                .orElse("");
        return new Outgoing(
                sender,
                "",
                Map.of(ONLY, HouseFields.without(PostAttributes.message(mail)).bytes()),
                ONLY,
                clock.instant().plus(settings.delivery().expire()));
    }
}
