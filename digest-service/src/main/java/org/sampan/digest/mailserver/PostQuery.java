package org.sampan.digest.mailserver;

import java.time.Instant;
import java.util.Optional;

/**
 * Which posts of a list: the newest {@code limit} (1 to 1000) that were received since, from {@code after} on.
 *
 * @param after {@link PostPage#next} of the page before
 */
public record PostQuery(Optional<String> after, Optional<Instant> since, int limit) {
    public PostQuery {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit: 1 to 1000, not " + limit);
        }
    }

    public static PostQuery newest(int limit) {
        return new PostQuery(Optional.empty(), Optional.empty(), limit);
    }
}
