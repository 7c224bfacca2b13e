package org.sampan.digest.mailserver;

import java.time.Instant;

/**
 * A conversation in a month's list.
 *
 * @param first the post it began with
 * @param posts how many there are
 */
public record ThreadHead(Post first, long posts, Instant newestAt) {}
