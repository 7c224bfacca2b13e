package org.sampan.mailserver.enrolment;

import java.util.List;
import org.sampan.mailserver.mailinglist.MailingList;

/** That people left, and why if they said so; never who. Safe for many threads and nodes. */
interface Departures {
    /** Longest reason kept, in characters. */
    int LONGEST_REASON = 500;

    /** @param reason may be empty; what is too long is cut */
    void add(MailingList list, String reason);

    /** The newest reasons that were given, at most 100. */
    List<String> reasons(MailingList list);
}
