package org.sampan.digest.collect;

import java.net.URI;
import java.util.Optional;
import org.sampan.digest.source.Validators;

/** What came of asking a source for its feed. */
sealed interface Fetched {
    /** Nothing new since the last time. */
    record NotModified() implements Fetched {}

    /**
     * The feed's bytes, and the content type the server gave with them.
     *
     * @param movedTo where it is from now on, if its server says so
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and thrown away
    record Body(byte[] bytes, Optional<String> contentType, Validators validators, Optional<URI> movedTo)
            implements Fetched {
        Body(byte[] bytes, Optional<String> contentType, Validators validators) {
            this(bytes, contentType, validators, Optional.empty());
        }
    }
}
