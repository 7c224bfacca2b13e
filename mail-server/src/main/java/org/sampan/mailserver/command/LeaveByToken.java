package org.sampan.mailserver.command;

import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.enrolment.Leaving;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.post.PostAttributes;

/**
 * Mail to {@code -leave+token}, as the button of a mail program sends it (List-Unsubscribe, RFC 2369): the token proves who leaves,
 * whoever or whatever wrote the mail. Mail without a token of ours goes on to the next mailet.
 */
public final class LeaveByToken extends GenericMailet {
    private final Leaving leaving;

    @Inject
    public LeaveByToken(Leaving leaving) {
        this.leaving = leaving;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Optional<String> token = PostAttributes.recipient(mail)
                .flatMap(RoleAddress::parse)
                .map(RoleAddress::detail)
                .filter(detail -> !detail.isEmpty());
        if (token.isPresent()) {
            Optional<String> messageId =
                    MessageIds.own(PostAttributes.message(mail).headers());
            if (leaving.leave(token.get(), "", messageId).isPresent()) {
                mail.setState(Mail.GHOST);
            }
        }
    }
}
