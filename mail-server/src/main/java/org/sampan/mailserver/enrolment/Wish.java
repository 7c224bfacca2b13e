package org.sampan.mailserver.enrolment;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Person;

/**
 * Somebody's wish to be on a list, not proved yet.
 *
 * @param consent how it came: {@code mail}, {@code web}
 * @param visitor the address of the browser it came from, or of the server that handed the mail in
 * @param inReplyTo Message-ID of the mail it came by
 */
public record Wish(
        MailingList list, Person person, String consent, Optional<Visitor> visitor, Optional<String> inReplyTo) {
    /** A consent that came by mail. */
    public static final String BY_MAIL = "mail";

    /** From nobody knows where. */
    public Wish(MailingList list, Person person, String consent, Optional<String> inReplyTo) {
        this(list, person, consent, Optional.empty(), inReplyTo);
    }
}
