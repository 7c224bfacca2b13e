package org.sampan.console.catcher;

/**
 * A file that came with a mail.
 *
 * @param contentType without parameters
 */
record Attachment(String name, String contentType, byte[] content) {}
