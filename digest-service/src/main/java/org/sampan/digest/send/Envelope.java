package org.sampan.digest.send;

import java.time.Instant;
import org.sampan.digest.mailserver.ListAddress;

/**
 * What is the same in every language of a mail.
 *
 * @param listName shown as the sender
 */
record Envelope(String messageId, ListAddress list, String listName, Instant date) {}
