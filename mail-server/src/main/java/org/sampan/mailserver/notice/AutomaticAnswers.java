package org.sampan.mailserver.notice;

import java.time.Duration;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * Remembers, for two days, whom the system wrote to because somebody asked it to. Anybody can ask in anybody's name; who did not
 * ask must not be flooded. Safe for many threads and nodes.
 */
public interface AutomaticAnswers {
    /**
     * Counts an answer that is about to be sent.
     *
     * @param kind of {@link NoticeContent#kind}
     * @param pause at most two days
     * @return false, and nothing counted, when one of this kind went to the address for this list within the pause
     */
    boolean begin(MailingList list, EmailAddress recipient, String kind, Duration pause);

    /** It was not sent after all. */
    void withdraw(MailingList list, EmailAddress recipient, String kind);

    /** How many of a kind went to an address within the last while, for all lists. */
    long count(EmailAddress recipient, String kind, Duration within);

    /** How many of a kind went out for a list within the last while. */
    long count(MailingList list, String kind, Duration within);
}
