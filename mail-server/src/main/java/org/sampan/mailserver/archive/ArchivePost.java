package org.sampan.mailserver.archive;

import java.time.Clock;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.post.Stage;

/** Keeps the post before it is sent, so that it survives any trouble with sending. */
public final class ArchivePost extends GenericMailet {
    private final PostAttributes attributes;
    private final PostArchive archive;
    private final Clock clock;

    @Inject
    public ArchivePost(PostAttributes attributes, PostArchive archive, Clock clock) {
        this.attributes = attributes;
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Post post = attributes.requirePost(mail);
        archive.store(post, clock.instant(), PostAttributes.copies(mail).neutral());
        mail.setState(Stage.FANOUT.processor());
    }
}
