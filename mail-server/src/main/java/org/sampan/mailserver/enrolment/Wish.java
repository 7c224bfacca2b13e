package org.sampan.mailserver.enrolment;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Person;

/**
 * Somebody's wish to be on a list, not proved yet.
 *
 * @param consent how it came: {@code mail}, {@code web}
 * @param inReplyTo Message-ID of the mail it came by
 */
public record Wish(MailingList list, Person person, String consent, Optional<String> inReplyTo) {}
