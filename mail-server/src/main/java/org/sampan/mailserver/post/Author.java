package org.sampan.mailserver.post;

import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * Whom a mail names as its author (RFC 5322 section 3.6.2).
 *
 * @param name as to be shown; may be empty
 */
public record Author(EmailAddress email, String name) {}
