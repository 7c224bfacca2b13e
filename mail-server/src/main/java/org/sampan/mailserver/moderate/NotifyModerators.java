package org.sampan.mailserver.moderate;

import java.util.Set;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.notice.ModerationContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.NoticeContent;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.ReasonTexts;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who decide that a post waits: the moderators, else the owners, else the operator. */
final class NotifyModerators {
    private static final Logger LOGGER = LoggerFactory.getLogger(NotifyModerators.class);

    /** Moderators read on phones and thin lines; a larger post is looked at on the desk. */
    private static final int LARGEST_ATTACHED = 200_000;

    private static final String OF_THE_LIST = "";

    private final MailingLists lists;
    private final Notices notices;
    private final ReasonTexts texts;
    private final Settings settings;

    @Inject
    NotifyModerators(MailingLists lists, Notices notices, ReasonTexts texts, Settings settings) {
        this.lists = lists;
        this.notices = notices;
        this.texts = texts;
        this.settings = settings;
    }

    void of(HeldPost held, Post post) {
        Set<EmailAddress> moderators = moderators(post.list());
        if (moderators.isEmpty()) {
            LOGGER.warn("event=nobody-to-moderate list={} post={}", held.list(), held.id());
        }
        moderators.forEach(it -> notices.send(notice(it, held, post)));
    }

    private Set<EmailAddress> moderators(MailingList list) {
        Set<EmailAddress> moderators = lists.stewards(list, Steward.MODERATOR);
        if (!moderators.isEmpty()) {
            return moderators;
        }
        Set<EmailAddress> owners = lists.stewards(list, Steward.OWNER);
        return owners.isEmpty()
                ? settings.operatorEmail()
                        .flatMap(EmailAddress::parse)
                        .map(Set::of)
                        .orElse(Set.of())
                : owners;
    }

    private Notice notice(EmailAddress moderator, HeldPost held, Post post) {
        NoticeContent content = new ModerationContent.Held(
                held.fromEmail(),
                held.subject(),
                texts.say(post.list().settings().language(), held.reason()),
                held.id().text(),
                new ModerationContent.Size(held.bytes()));
        Notice notice = Notice.of(post.list(), moderator, OF_THE_LIST, content);
        return held.bytes() <= LARGEST_ATTACHED
                ? notice.attaching(post.message().bytes())
                : notice;
    }
}
