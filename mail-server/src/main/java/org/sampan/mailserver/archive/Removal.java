package org.sampan.mailserver.archive;

import java.time.Instant;
import java.util.Locale;
import org.sampan.mailserver.post.PostId;

/**
 * The trace of something taken out of the archive.
 *
 * @param by who did it, as to be shown
 * @param reason for readers of the archive
 */
record Removal(PostId post, Kind kind, String by, String reason, Instant at) {
    /** REDACTED: the text was replaced and files taken off. REMOVED: nothing is left but this trace and the place in the thread. */
    enum Kind {
        REDACTED,
        REMOVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
