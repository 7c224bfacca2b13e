package org.sampan.mailserver.post;

import java.io.ByteArrayInputStream;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** James's own spool. */
final class JamesPostSpool implements PostSpool {
    private final MailQueue spool;

    @Inject
    JamesPostSpool(MailQueueFactory<?> queues) {
        this.spool = queues.createQueue(MailQueueFactory.SPOOL);
    }

    @Override
    public void enterApproved(Post post, String moderator) {
        try {
            MailImpl mail = mail(post);
            try {
                PostAttributes.keepRawHeaders(mail, post.message());
                PostAttributes.setAccount(mail, post.envelope());
                PostAttributes.approve(mail, moderator);
                mail.setState(Stage.TRANSFORM.processor());
                spool.enQueue(mail);
            } finally {
                LifecycleUtil.dispose(mail);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("post " + post.id() + " cannot be put on the spool", e);
        }
    }

    private static MailImpl mail(Post post) throws MessagingException {
        String name = "approved-" + post.id();
        MailImpl mail = MailImpl.builder()
                .name(name)
                .sender(sender(post.envelope()))
                .addRecipient(new MailAddress(post.list().address().toString()))
                .build();
        mail.setMessageContent(MimeMessageInputStreamSource.create(
                name, new ByteArrayInputStream(post.message().bytes())));
        return mail;
    }

    private static MaybeSender sender(Envelope envelope) {
        return MaybeSender.getMailSender(
                envelope.sender().map(EmailAddress::written).orElse(""));
    }
}
