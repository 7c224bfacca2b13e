package org.sampan.mailserver.enrolment;

import java.time.Instant;
import org.sampan.mailserver.membership.Person;

/**
 * Somebody who wants to be let in by a moderator.
 *
 * @param id the database's number; 0 before it is kept
 * @param place what the person agreed to, and how
 */
record WaitingJoin(long id, Person person, Confirmation.Place place, Instant askedAt) {}
