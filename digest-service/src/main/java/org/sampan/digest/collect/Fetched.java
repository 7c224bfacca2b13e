package org.sampan.digest.collect;

import java.util.Optional;
import org.sampan.digest.source.Validators;

/** What came of asking a source for its feed. */
sealed interface Fetched {
    /** Nothing new since the last time. */
    record NotModified() implements Fetched {}

    /** The feed's bytes, and the content type the server gave with them. */
    @SuppressWarnings("ArrayRecordComponent") // read once and thrown away
    record Body(byte[] bytes, Optional<String> contentType, Validators validators) implements Fetched {}
}
