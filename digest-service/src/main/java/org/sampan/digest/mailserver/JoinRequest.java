package org.sampan.digest.mailserver;

/**
 * Somebody asks to be put on a list.
 *
 * @param name one line; may be empty
 * @param language BCP 47 tag in which the person is written to
 * @param visitor the internet address of the browser
 */
public record JoinRequest(EmailAddress email, String name, String language, String visitor) {}
