package org.sampan.mailserver.enrolment;

import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.MailingList;

/** Who waits for a moderator. Safe for many threads and nodes. */
interface WaitingJoins {
    /** False, and nothing changed, when this address waits already. */
    boolean add(MailingList list, WaitingJoin join);

    /** Longest waiting first, at most 1,000. */
    List<WaitingJoin> all(MailingList list);

    Optional<WaitingJoin> find(MailingList list, long id);

    /** Takes it away and keeps what was decided; true for the one caller who did. */
    boolean decide(MailingList list, long id, AdmissionDecision decision);
}
