package org.sampan.mailserver.command;

import java.util.Collection;
import java.util.List;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.post.PostAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** No person wrote this mail, or one of our own addresses is said to have. */
public final class IsAutomaticMail extends GenericMatcher {
    private static final Logger LOGGER = LoggerFactory.getLogger(IsAutomaticMail.class);

    private final MailingLists lists;

    @Inject
    public IsAutomaticMail(MailingLists lists) {
        this.lists = lists;
    }

    @Override
    public Collection<MailAddress> match(Mail mail) throws MessagingException {
        boolean ours =
                PostAttributes.envelope(mail).sender().filter(this::isOurs).isPresent();
        if (ours || AutomaticMail.is(PostAttributes.envelope(mail), PostAttributes.message(mail))) {
            LOGGER.info("event=automatic-mail-ignored mail={}", mail.getName());
            return mail.getRecipients();
        }
        return List.of();
    }

    private boolean isOurs(EmailAddress sender) {
        return RoleAddress.parse(sender).flatMap(it -> lists.find(it.list())).isPresent();
    }
}
