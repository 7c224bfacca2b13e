package org.sampan.mailserver.moderate;

import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.post.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a post for the moderators and tells them. */
public final class HoldPost extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(HoldPost.class);
    private static final Reason UNKNOWN_REASON = Reason.of("unknown");

    private final PostAttributes attributes;
    private final HeldPosts heldPosts;
    private final NotifyModerators notifyModerators;
    private final Authorships authorships;

    @Inject
    public HoldPost(
            PostAttributes attributes,
            HeldPosts heldPosts,
            NotifyModerators notifyModerators,
            Authorships authorships) {
        this.attributes = attributes;
        this.heldPosts = heldPosts;
        this.notifyModerators = notifyModerators;
        this.authorships = authorships;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Post post = attributes.requirePost(mail);
        HeldPost held = heldPosts.hold(post, PostAttributes.holdReason(mail).orElse(UNKNOWN_REASON));
        if (heldPosts.needsNotice(post.id())) {
            notifyModerators.ask(held, post, 0);
            authorships.ask(held, post);
            heldPosts.markNotified(post.id());
            LOGGER.info("event=held list={} post={} reason={}", held.list(), held.id(), held.reason());
        }
        mail.setState(Mail.GHOST);
    }
}
