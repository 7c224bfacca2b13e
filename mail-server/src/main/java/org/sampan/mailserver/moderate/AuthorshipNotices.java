package org.sampan.mailserver.moderate;

import java.time.Duration;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.notice.AutomaticAnswers;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails that ask authors, rarely: anybody can cause one by a forged From. One an hour, list and address; five a day and
 * address over all lists; twenty an hour and list. Safe for many threads and nodes.
 */
final class AuthorshipNotices {
    private static final Logger LOGGER = LoggerFactory.getLogger(AuthorshipNotices.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY_AND_ADDRESS = 5;
    private static final int MOST_AN_HOUR_AND_LIST = 20;

    private final OccasionalNotices notices;
    private final AutomaticAnswers answers;

    @Inject
    AuthorshipNotices(OccasionalNotices notices, AutomaticAnswers answers) {
        this.notices = notices;
        this.answers = answers;
    }

    /** False when there were too many; a moderator decides then. */
    boolean send(Notice notice) {
        MailingList list = notice.list();
        EmailAddress author = notice.recipient();
        String kind = notice.content().kind();
        if (answers.count(author, kind, DAY) >= MOST_A_DAY_AND_ADDRESS
                || answers.count(list, kind, HOUR) >= MOST_AN_HOUR_AND_LIST) {
            LOGGER.warn("event=authorships-limited list={}", list.id());
            return false;
        }
        return notices.send(notice, HOUR);
    }
}
