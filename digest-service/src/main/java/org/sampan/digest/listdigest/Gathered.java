package org.sampan.digest.listdigest;

import org.sampan.digest.mailserver.Post;

/**
 * A post in a digest.
 *
 * @param message as it was sent to readers of each post; not shared
 */
public record Gathered(Post post, byte[] message) {}
