package org.sampan.digest.newsroom;

import java.time.Instant;
import org.sampan.digest.mailserver.EmailAddress;

/**
 * Somebody of the secretariat who may choose, write, approve and send.
 *
 * @param addedBy the address of another editor, or what else let them in
 */
public record Editor(EmailAddress email, String addedBy, Instant addedAt) {}
