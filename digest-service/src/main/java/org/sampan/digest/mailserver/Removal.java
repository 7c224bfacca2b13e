package org.sampan.digest.mailserver;

import java.time.Instant;

/**
 * The trace of what an owner took out of the archive.
 *
 * @param kind {@code removed}: nothing is left; {@code redacted}: another text stands there
 * @param reason may be empty
 */
public record Removal(PostId post, String kind, String by, String reason, Instant at) {
    public boolean isWhole() {
        return kind.equals("removed");
    }
}
