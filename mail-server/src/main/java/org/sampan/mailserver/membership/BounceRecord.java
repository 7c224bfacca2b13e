package org.sampan.mailserver.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a person's address, over all lists.
 *
 * @param score grows with each bounce by its weight; 0 when the address works
 * @param last when the last one came; null: never
 * @param lastReply the other server's own words; may be empty
 */
public record BounceRecord(double score, @Nullable Instant last, String lastReply) {
    /** Nothing ever came back. */
    public static final BounceRecord CLEAN = new BounceRecord(0, null, "");
}
