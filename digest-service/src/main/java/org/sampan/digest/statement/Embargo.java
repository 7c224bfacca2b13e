package org.sampan.digest.statement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Before this time of this place nothing goes out and nothing is to be seen. */
public record Embargo(LocalDateTime time, ZoneId zone) {
    /** A time that the clocks there leave out is the one after the gap; of one that comes twice, the first. */
    public Instant until() {
        return time.atZone(zone).toInstant();
    }
}
