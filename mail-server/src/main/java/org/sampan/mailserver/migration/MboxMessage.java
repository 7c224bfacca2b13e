package org.sampan.mailserver.migration;

/**
 * One message of an mbox.
 *
 * @param number from 1
 * @param line of the file, from 1, where its From_ line stands
 * @param fromLine without its line end
 * @param bytes with CRLF; what was quoted for the mbox is no longer; empty when it is too long
 */
record MboxMessage(long number, long line, String fromLine, byte[] bytes, boolean isTooLong) {}
