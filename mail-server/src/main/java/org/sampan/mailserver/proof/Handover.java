package org.sampan.mailserver.proof;

import java.net.InetAddress;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * How a mail was handed in.
 *
 * @param client which server did
 * @param helo what it called itself
 * @param sender of MAIL FROM; empty: the null sender
 */
public record Handover(InetAddress client, String helo, Optional<EmailAddress> sender) {}
