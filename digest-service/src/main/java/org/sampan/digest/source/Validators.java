package org.sampan.digest.source;

import java.util.Optional;

/** What a server gave along with a feed, to be asked with next time (RFC 9110, section 8.8). */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
