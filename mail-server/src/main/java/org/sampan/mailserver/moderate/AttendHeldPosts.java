package org.sampan.mailserver.moderate;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.moderate.HeldPosts.Step;
import org.sampan.mailserver.post.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that no held post is forgotten: reminds, asks the next, lets posts lapse, and tells authors whom a crash kept from being told.
 * Of several nodes one takes each step. Safe for many threads; never throws.
 */
public final class AttendHeldPosts implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(AttendHeldPosts.class);
    private static final int MOST = 100;

    private final HeldPosts heldPosts;
    private final MailingLists lists;
    private final NotifyModerators notifyModerators;
    private final Moderation moderation;
    private final Clock clock;

    @Inject
    AttendHeldPosts(
            HeldPosts heldPosts,
            MailingLists lists,
            NotifyModerators notifyModerators,
            Moderation moderation,
            Clock clock) {
        this.heldPosts = heldPosts;
        this.lists = lists;
        this.notifyModerators = notifyModerators;
        this.moderation = moderation;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            heldPosts.due(clock.instant(), MOST).forEach(this::attend);
            moderation.tellAuthors();
        } catch (RuntimeException trouble) {
            LOGGER.error("event=attend-trouble", trouble);
        }
    }

    private void attend(Step due) {
        Optional<MailingList> list = lists.find(due.listId());
        Optional<HeldPost> held = list.flatMap(it -> heldPosts.find(it, due.id()));
        if (held.isEmpty()) {
            return;
        }
        Instant end = NotifyModerators.end(held.get(), list.get().settings());
        if (clock.instant().isBefore(end)) {
            askAgain(held.get(), list.get(), due);
        } else {
            lapse(held.get(), list.get());
        }
    }

    private void askAgain(HeldPost held, MailingList list, Step due) {
        boolean first = due.at().isEmpty();
        int steps = Math.max(1, due.taken());
        Instant next = NotifyModerators.nextStep(held, list.settings(), first ? steps : steps + 1);
        // Before anybody is asked: of two nodes one asks. A crash between the two leaves out one reminder.
        boolean ours = heldPosts.take(due, first ? steps : steps + 1, next);
        Optional<Post> post = heldPosts.post(list, held.id());
        if (ours && !first && post.isPresent()) {
            if (notifyModerators.ask(held, post.get(), steps)) {
                LOGGER.info("event=asked-again list={} post={} step={}", held.list(), held.id(), steps);
            }
        }
    }

    private void lapse(HeldPost held, MailingList list) {
        if (moderation.lapse(list, held.id())) {
            notifyModerators.tellOfLapse(held, list);
        }
    }
}
