package org.sampan.mailserver.receive;

import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.post.Stage;

/**
 * Puts a mail to several addresses back on the spool once for each. A crash in between repeats some; the stages take a post
 * once, by its Message-ID.
 */
public final class OneMailPerAddress extends GenericMailet {
    @Override
    public void service(Mail mail) throws MessagingException {
        if (mail.getRecipients().size() < 2) {
            return;
        }
        int number = 0;
        for (MailAddress recipient : List.copyOf(mail.getRecipients())) {
            number++;
            MailImpl single = MailImpl.duplicate(mail);
            try {
                single.setName(mail.getName() + "-" + number);
                single.setRecipients(List.of(recipient));
                getMailetContext().sendMail(single, Stage.RECEIVE.processor());
            } finally {
                LifecycleUtil.dispose(single);
            }
        }
        mail.setState(Mail.GHOST);
    }
}
