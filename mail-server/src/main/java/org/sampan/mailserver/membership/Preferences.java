package org.sampan.mailserver.membership;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose for all lists.
 *
 * @param pausedUntil no post is delivered before; null: no pause. What was posted in a pause is not sent later
 * @param textOnly posts come as plain text without pictures and attachments
 * @param ownCopy the person's own posts come back like everybody's
 * @param skipWhenAddressed no copy from the list of a post that names the person in To or Cc
 */
public record Preferences(@Nullable Instant pausedUntil, boolean textOnly, boolean ownCopy, boolean skipWhenAddressed) {
    /** Of who chose nothing: everything comes. */
    public static final Preferences DEFAULT = new Preferences(null, false, true, false);

    public boolean isPaused(Clock clock) {
        return pausedUntil != null && pausedUntil.isAfter(clock.instant());
    }
}
