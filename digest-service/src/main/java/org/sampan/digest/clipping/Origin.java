package org.sampan.digest.clipping;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One place a story was met: the source it came from, and what that source called it.
 *
 * @param original its text as it came, where that was written anew in collecting
 * @param terms what the source lets be done with it
 */
public record Origin(
        URI source, Optional<URI> link, Optional<String> guid, Instant seenAt, Optional<String> original, Terms terms) {

    /** Whose text was taken as it came. */
    public Origin(URI source, Optional<URI> link, Optional<String> guid, Instant seenAt) {
        this(source, link, guid, seenAt, Optional.empty(), Terms.NONE);
    }

    /** As it is met: on what terms, the source knows. */
    public Origin(URI source, Optional<URI> link, Optional<String> guid, Instant seenAt, Optional<String> original) {
        this(source, link, guid, seenAt, original, Terms.NONE);
    }
}
