package org.sampan.digest.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.PostId;

/** To which lists which mails have been handed over. Safe for many threads and nodes. */
public interface Handovers {

    /** In the order of the lists. */
    List<Handover> of(MailId mail);

    /** Of all the statement's mails. */
    Map<MailId, List<Handover>> of(StatementId statement);

    /** Mails that a list still waits for, the oldest statement first. */
    List<MailId> waiting();

    /** Mails that are to be stopped at the mail server. */
    List<MailId> stopping();

    /** Mails that the mail server has taken and of which is not known what they became, and those to be stopped. */
    List<MailId> unfollowed();

    void markTaken(MailId mail, ListAddress list, Instant at);

    /** It will never be taken, for this reason: it is not tried again. */
    void markRefused(MailId mail, ListAddress list, String reason);

    /** What the mail became at the mail server. */
    void markPost(MailId mail, ListAddress list, PostId post);

    /** What waits never goes; what was taken is to be stopped at the mail server. */
    void stop(MailId mail);

    /** How stopping one ended. */
    void markStopped(MailId mail, ListAddress list, boolean inTime);
}
