package org.sampan.digest.mailserver;

/**
 * How many readers of one kind of digest a list has in one time zone.
 *
 * @param timezone as they gave it; may be empty
 */
public record DigestReaders(DeliveryMode mode, String timezone, long readers) {}
