package org.sampan.digest.compile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;

/**
 * Which edition of a series is wanted.
 *
 * @param since explicit; else where the latest edition ends
 * @param until explicit; else now
 * @param number an edition there is, or the number a new one shall have
 * @param only the clippings it carries; none: those of its period
 * @param reach how far back the first edition of a series goes when nothing else says so
 * @param by who has it made
 * @param draft somebody looks through it before it goes
 */
public record Wanted(
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Integer> number,
        List<ClippingId> only,
        Duration reach,
        String by,
        boolean draft) {
    /** When it is due. */
    public Wanted(Optional<Instant> since, Optional<Instant> until, Optional<Integer> number, Duration reach) {
        this(since, until, number, List.of(), reach, "schedule", false);
    }

    /** The same as a draft. */
    public Wanted asDraft() {
        return new Wanted(since, until, number, only, reach, by, true);
    }

    /** The next one, whatever that is. */
    public static Wanted next(Duration reach) {
        return new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), reach);
    }
}
