package org.sampan.digest.source;

import java.net.URI;
import java.util.Optional;

/**
 * How far a source's archive has been gone back through.
 *
 * @param page the number of the page that comes next, the feed itself being the first
 * @param next its address; empty: the end was reached
 * @param untilKnown the end was reached before that: only what has come since is looked for, to the first page with nothing new
 */
public record Bookmark(int page, Optional<URI> next, boolean untilKnown) {}
