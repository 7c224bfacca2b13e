package org.sampan.mailserver.smtp;

/**
 * What MAIL FROM says.
 *
 * @param sender empty: the null sender
 * @param bytes size of the message on the wire, before dot-stuffing
 * @param eightBit the message has bytes above 127
 * @param needsUtf8 an address or header is not ASCII (RFC 6531)
 */
public record Envelope(String sender, long bytes, boolean eightBit, boolean needsUtf8) {}
