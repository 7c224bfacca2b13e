package org.sampan.mailserver.destination;

/**
 * What goes over the same connections.
 *
 * @param domain empty: everything, since there is a relay
 * @param encryptedOnly nothing of it may go in clear
 */
public record RouteName(String domain, boolean encryptedOnly) {}
