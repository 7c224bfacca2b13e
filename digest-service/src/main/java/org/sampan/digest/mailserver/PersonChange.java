package org.sampan.digest.mailserver;

/**
 * What a person chose on a page.
 *
 * @param language BCP 47 tag; empty: each list's
 * @param timezone IANA name; empty: each list's
 */
public record PersonChange(String language, String timezone, Preferences preferences) {}
