package org.sampan.mailserver.notice;

import org.sampan.mailserver.mailinglist.MailingList;

/** What notices say, before anybody's name is put in. Safe for many threads. */
public interface Phrases {
    /**
     * All phrases of one kind of notice, one a line as {@code key = text}, in the list's own words where it has some.
     *
     * @param kind of {@link NoticeContent#kind}
     * @param language BCP 47 tag; English where there is nothing in it
     */
    String of(MailingList list, String kind, String language);
}
