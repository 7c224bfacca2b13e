package org.sampan.mailserver.moderate;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.AcceptedSenders;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Subscription;
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
    private final AcceptedSenders accepted;
    private final Members members;

    @Inject
    public ReleaseHeldPosts(
            HeldPosts heldPosts, MailingLists lists, PostSpool spool, AcceptedSenders accepted, Members members) {
        this.heldPosts = heldPosts;
        this.lists = lists;
        this.spool = spool;
        this.accepted = accepted;
        this.members = members;
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
            acceptIfAsked(post.get());
            spool.enterApproved(post.get(), approved.by());
            heldPosts.markReleased(approved.id());
            LOGGER.info("event=released list={} post={}", post.get().list().address(), approved.id());
        }
    }

    /** Before the post goes: a crash then takes both again. */
    private void acceptIfAsked(Post post) {
        boolean asked = heldPosts
                .find(post.list(), post.id())
                .flatMap(HeldPost::decided)
                .filter(it -> it.kind() == Decision.Kind.ACCEPTED)
                .isPresent();
        if (asked) {
            post.author().ifPresent(author -> acceptFromNowOn(post.list(), author.email()));
        }
    }

    private void acceptFromNowOn(MailingList list, EmailAddress author) {
        accepted.accept(list, author);
        members.find(list, author)
                .filter(Subscription::moderated)
                .ifPresent(it -> members.change(list, it.person(), it.mode(), false));
    }
}
