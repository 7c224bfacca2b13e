package org.sampan.digest.clipping;

/**
 * An item as a source offers it.
 *
 * @param item names the item within its source: its GUID, or else its link, or else its title
 */
public record Offer(Story story, Origin origin, String item) {}
