package org.sampan.mailserver.moderate;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.moderate.HeldPosts.Approved;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostSpool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts approved posts back on the spool. A crash between decision and spool leaves the post to the next run, one between spool
 * and mark repeats it, which changes nothing. Safe for many threads and many nodes; never throws.
 */
public final class ReleaseHeldPosts implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReleaseHeldPosts.class);

    private final HeldPosts heldPosts;
    private final MailingLists lists;
    private final PostSpool spool;

    @Inject
    public ReleaseHeldPosts(HeldPosts heldPosts, MailingLists lists, PostSpool spool) {
        this.heldPosts = heldPosts;
        this.lists = lists;
        this.spool = spool;
    }

    @Override
    public void run() {
        try {
            heldPosts.toRelease().forEach(this::release);
        } catch (RuntimeException trouble) {
            LOGGER.error("event=release-trouble", trouble);
        }
    }

    private void release(Approved approved) {
        Optional<Post> post = lists.find(approved.listId()).flatMap(list -> heldPosts.post(list, approved.id()));
        if (post.isPresent()) {
            spool.enterApproved(post.get(), approved.by());
            heldPosts.markReleased(approved.id());
            LOGGER.info("event=released list={} post={}", post.get().list().address(), approved.id());
        }
    }
}
