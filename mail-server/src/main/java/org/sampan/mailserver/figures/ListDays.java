package org.sampan.mailserver.figures;

import java.time.LocalDate;
import java.util.List;
import org.sampan.mailserver.mailinglist.MailingList;

/** What happened on a list, day by day (UTC). Safe for many threads and nodes. */
public interface ListDays {
    /** The last days, this one included, oldest first, none left out. */
    List<ListDay> last(MailingList list, int days);

    /** Counts once more what can still change, and sums up what cannot. Again changes nothing. */
    void settle(MailingList list);

    /**
     * One day of one list.
     *
     * @param members at its end
     * @param sent copies of that day's posts that were taken
     * @param deferred copies of that day's posts still to be tried again
     * @param failed copies of that day's posts that were refused
     * @param bounced mails that came back on that day
     */
    record ListDay(
            LocalDate day, long members, long joined, long gone, long sent, long deferred, long failed, long bounced) {}
}
