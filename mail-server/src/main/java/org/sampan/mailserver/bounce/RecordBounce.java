package org.sampan.mailserver.bounce;

import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.bounce.BounceReport.Severity;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.post.PostAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what comes back to a bounce address. A report about a member's copy is booked; what is about a notice, or cannot be read,
 * goes on to the next mailet, for a person to look at.
 */
public final class RecordBounce extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(RecordBounce.class);

    private final SigningKey key;
    private final BouncedCopies bouncedCopies;

    @Inject
    public RecordBounce(SigningKey key, BouncedCopies bouncedCopies) {
        this.key = key;
        this.bouncedCopies = bouncedCopies;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Optional<VerpAddress> copy = PostAttributes.recipient(mail)
                .flatMap(RoleAddress::parse)
                .flatMap(it -> VerpAddress.parse(it.detail(), key));
        if (copy.isEmpty()) {
            LOGGER.info("event=bounce-not-ours mail={}", mail.getName());
            mail.setState(Mail.GHOST);
            return;
        }
        boolean nullSender = PostAttributes.envelope(mail).sender().isEmpty();
        BounceReport report = BounceReport.of(PostAttributes.message(mail), nullSender);
        bouncedCopies.book(copy.get(), report);
        if (report.severity() != Severity.UNKNOWN) {
            mail.setState(Mail.GHOST);
        }
    }
}
