package org.sampan.mailserver.delivery;

/**
 * A copy that did not go at once.
 *
 * @param person the person's number
 * @param email as the person writes it; empty when the person was erased
 */
public record TroubledCopy(long person, String email, RecipientStatus status) {}
