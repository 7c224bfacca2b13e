package org.sampan.mailserver.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.MailingList;

/** Subscriptions in trouble, what was done about them, and when owners were told. Safe for many threads and nodes. */
interface BounceCases {
    Optional<BounceCase> find(long list, long person);

    List<BounceCase> ofPerson(long person);

    /** Where this trial mail is out. */
    List<BounceCase> probedBy(long delivery);

    /** In the place of an older one; nothing happens when the person is no longer on the list. */
    void put(BounceCase trouble);

    void remove(BounceCase trouble);

    /** What is due, at most 100; each is due again after a while, so that a crash loses none and no other node takes it meanwhile. */
    List<BounceCase> claimDue(Instant now, Duration until);

    /** Notes what was done, for the owners. */
    void note(long list, long person, Event event, String reply, Instant at);

    /** What was done on a list since then, oldest first, at most 500. */
    List<Noted> notedSince(MailingList list, Instant since);

    /** The members of a list whose address is in trouble, worst first, at most 500. */
    List<Ailing> ailing(MailingList list);

    /**
     * The lists whose owners are to be written to now, some time after the last; a list that is new here only begins to wait.
     *
     * @return each list's number, and since when its owners heard nothing
     */
    Map<Long, Instant> claimSummaries(Instant now, Duration every);

    enum Event {
        SUSPENDED,
        RESUMED,
        REMOVED,
        COMPLAINED
    }

    record Noted(String email, Event event, String reply, Instant at) {}

    record Ailing(String email, BounceCase.Stage stage, String reply, Instant since) {}
}
