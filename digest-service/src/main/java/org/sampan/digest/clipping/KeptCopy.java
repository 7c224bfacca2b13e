package org.sampan.digest.clipping;

import java.net.URI;
import java.time.Instant;

/** What is known of a {@link SavedCopy} without loading it. */
public record KeptCopy(URI url, Instant fetchedAt, String contentType, String sha256, long bytes) {}
