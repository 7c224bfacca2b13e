package org.sampan.mailserver.mailinglist;

import java.util.List;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;

/** Who looks after which lists, given and taken one by one, so that two owners at once undo nothing of each other's. */
public interface Stewardships {
    /** One entry a list, by address; who is both is an owner. */
    List<Stewardship> of(EmailAddress steward);

    /** Again changes nothing. */
    void give(MailingList list, Steward role, EmailAddress steward);

    /** The last owner stays: a list nobody answers for would fall to the operator unasked. */
    Taken take(MailingList list, Steward role, EmailAddress steward);

    /** @param list the list's number */
    record Stewardship(long list, Steward role) {}

    /** What became of taking a role. */
    enum Taken {
        TAKEN,
        /** The person did not have it. */
        NOT_THERE,
        LAST_OWNER
    }
}
