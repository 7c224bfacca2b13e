package org.sampan.mailserver.account;

import java.time.Instant;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * A name to log in with at the submission port; who does may post to every list and write to anybody.
 *
 * @param address the whole address is the user name
 */
public record Account(EmailAddress address, Instant createdAt) {}
