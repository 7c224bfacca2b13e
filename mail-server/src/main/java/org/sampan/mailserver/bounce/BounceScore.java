package org.sampan.mailserver.bounce;

import java.time.Duration;
import java.time.Instant;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.report.FailureKind;

/**
 * How much has come back from an address, in points that fade. With the standard settings an address that does not work is tried
 * by a trial mail after four days of daily posts or four weeks of weekly ones; one that is full now and then never is.
 */
final class BounceScore {
    private static final double HARD = 1.0;
    private static final double SOFT = 0.25;

    /** Many posts on one day say no more about an address than one. */
    private static final Duration COUNTS_ONCE_IN = Duration.ofHours(20);

    private BounceScore() {}

    /** What says nothing of the address leaves the score as it is; its words are kept all the same. */
    static BounceRecord add(BounceRecord known, FailureKind kind, String words, Instant now, Duration halfLife) {
        return counts(known, kind, now)
                ? new BounceRecord(faded(known, now, halfLife) + points(kind), now, words)
                : new BounceRecord(known.score(), known.last(), words);
    }

    static boolean counts(BounceRecord known, FailureKind kind, Instant now) {
        Instant last = known.last();
        boolean again = last != null && Duration.between(last, now).compareTo(COUNTS_ONCE_IN) < 0;
        return points(kind) > 0 && !again;
    }

    /** Takes back what was added then. */
    static BounceRecord without(BounceRecord known, double points, Instant added, Duration halfLife) {
        Instant last = known.last();
        double left = last == null ? 0 : known.score() - points * fading(Duration.between(added, last), halfLife);
        return new BounceRecord(left < 0.001 ? 0 : left, last, known.lastReply());
    }

    static double faded(BounceRecord known, Instant now, Duration halfLife) {
        Instant last = known.last();
        return last == null ? known.score() : known.score() * fading(Duration.between(last, now), halfLife);
    }

    static double points(FailureKind kind) {
        return switch (kind) {
            case HARD -> HARD;
            case SOFT, FULL -> SOFT;
            case POLICY, SPAM, CONTENT -> 0;
        };
    }

    private static double fading(Duration since, Duration halfLife) {
        return Math.pow(0.5, Math.max(0, (double) since.toSeconds()) / halfLife.toSeconds());
    }
}
