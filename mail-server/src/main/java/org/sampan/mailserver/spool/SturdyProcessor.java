package org.sampan.mailserver.spool;

import javax.mail.MessagingException;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.mailet.Mail;

/**
 * Runs a mail through the stages; what the JVM calls an error, such as a stack that overflows over a mail of parts in parts,
 * is that mail's failure like any other. James's spooler only expects exceptions: an error would cost it one of its threads
 * for good, and leave the mail unfinished until the next start.
 */
public final class SturdyProcessor implements MailProcessor {
    private final MailProcessor stages;

    public SturdyProcessor(MailProcessor stages) {
        this.stages = stages;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        try {
            stages.service(mail);
        } catch (Error e) {
            throw new MessagingException(e.toString(), new IllegalStateException(e));
        }
    }
}
