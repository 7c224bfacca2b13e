package org.sampan.mailserver.moderate;

import java.time.Clock;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.ModerationSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the texts of posts that were decided about, when the list has kept them long enough. Never throws. */
final class ForgetDecidedTexts implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ForgetDecidedTexts.class);

    private final DecidedPosts decided;
    private final MailingLists lists;
    private final Clock clock;

    @Inject
    ForgetDecidedTexts(DecidedPosts decided, MailingLists lists, Clock clock) {
        this.decided = decided;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            lists.all().forEach(this::forget);
        } catch (RuntimeException trouble) {
            LOGGER.error("event=forget-trouble", trouble);
        }
    }

    private void forget(MailingList list) {
        int texts = decided.forgetTexts(
                list, clock.instant().minus(list.settings().get(ModerationSettings.KEEP_DECIDED_POSTS_FOR)));
        if (texts > 0) {
            LOGGER.info("event=decided-texts-forgotten list={} posts={}", list.address(), texts);
        }
    }
}
