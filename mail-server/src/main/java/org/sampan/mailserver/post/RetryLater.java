package org.sampan.mailserver.post;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a mail that a stage could not deal with, mostly because the database was away, back on the spool to begin anew, after
 * growing pauses. Every stage takes a mail again without harm. After a day or so it goes on to the next mailet, which keeps it for
 * the operator; so does at once a mail that no stage had anything to do with.
 */
public final class RetryLater extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(RetryLater.class);
    private static final List<Integer> PAUSES_SECONDS = List.of(5, 30, 60, 300, 900);
    private static final int MOST_FAILURES = 100;

    @Override
    public void service(Mail mail) throws MessagingException {
        if (mail.getErrorMessage() == null) {
            return;
        }
        int failures = PostAttributes.countFailure(mail);
        if (failures > MOST_FAILURES) {
            LOGGER.error("event=given-up mail={} failures={}", mail.getName(), failures);
            return;
        }
        int pause = PAUSES_SECONDS.get(Math.min(failures, PAUSES_SECONDS.size()) - 1);
        LOGGER.warn("event=tried-again-later mail={} failures={} seconds={}", mail.getName(), failures, pause);
        PostAttributes.removeCopies(mail);
        mail.removeAttribute(Mail.MAILET_ERROR);
        mail.setErrorMessage(null);
        getMailetContext().sendMail(mail, Mail.DEFAULT, pause, TimeUnit.SECONDS);
        mail.setState(Mail.GHOST);
    }
}
