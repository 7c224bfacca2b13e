package org.sampan.digest.clipping;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** One place a story was met: the source it came from, and what that source called it. */
public record Origin(URI source, Optional<URI> link, Optional<String> guid, Instant seenAt) {}
