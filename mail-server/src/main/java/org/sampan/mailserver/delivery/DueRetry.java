package org.sampan.mailserver.delivery;

/**
 * A deferred copy whose time has come, leased to one node.
 *
 * @param attempts how often it was offered so far
 */
public record DueRetry(long delivery, long person, int attempts) {}
