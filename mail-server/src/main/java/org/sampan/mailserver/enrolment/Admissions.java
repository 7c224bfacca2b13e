package org.sampan.mailserver.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.sampan.mailserver.mailinglist.MailingList;

/** Who was let in by whom, and who was not: as long as the list is there, but for those who are forgotten. Safe for many threads. */
interface Admissions {
    /**
     * The latest decisions first.
     *
     * @param after the last of the page before; empty: the first page
     */
    List<Decided> page(MailingList list, OptionalLong after, int most);

    /** @param email as the applicant wrote it */
    record Decided(long id, String email, String name, Instant askedAt, AdmissionDecision decision) {}
}
