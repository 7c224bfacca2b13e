package org.sampan.mailserver.delivery;

/**
 * Why some copies of a delivery did not go at once.
 *
 * @param status {@code DEFERRED} or {@code FAILED}
 * @param code what the replies have in common: {@code 451 4.7.1}
 * @param reply the words of one of them
 */
public record CommonReason(RecipientStatus.Status status, String code, String reply, long copies) {}
