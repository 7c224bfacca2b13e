package org.sampan.digest.edition;

import java.time.Instant;

/** From {@code since} up to, not including, {@code until}. */
public record Period(Instant since, Instant until) {
    public Period {
        if (!since.isBefore(until)) {
            throw new IllegalArgumentException("since " + since + " is not before until " + until);
        }
    }

    /** A moment of its last day. */
    public Instant lastMoment() {
        return until.minusMillis(1);
    }
}
