package org.sampan.mailserver.bounce;

import java.time.Duration;
import java.time.Instant;
import org.sampan.mailserver.bounce.BounceReport.Severity;
import org.sampan.mailserver.membership.BounceRecord;

/**
 * How much has come back from an address. An address that does not work is suspended after four days of daily posts or four weeks
 * of weekly ones; one that is full now and then never is.
 */
final class BounceScore {
    static final double SUSPENDED_AT = 3.0;
    private static final double HARD = 1.0;
    private static final double SOFT = 0.25;
    private static final Duration HALF_LIFE = Duration.ofDays(30);

    /** Many posts on one day say no more about an address than one. */
    private static final Duration COUNTS_ONCE_IN = Duration.ofHours(20);

    private BounceScore() {}

    static BounceRecord add(BounceRecord known, BounceReport report, Instant now) {
        Instant last = known.last();
        if (last == null) {
            return new BounceRecord(weight(report.severity()), now, report.words());
        }
        Duration since = Duration.between(last, now);
        return since.compareTo(COUNTS_ONCE_IN) < 0
                ? new BounceRecord(known.score(), last, report.words())
                : new BounceRecord(faded(known.score(), since) + weight(report.severity()), now, report.words());
    }

    static boolean isSuspended(BounceRecord record) {
        return record.score() >= SUSPENDED_AT;
    }

    private static double faded(double score, Duration since) {
        return score * Math.pow(0.5, (double) since.toSeconds() / HALF_LIFE.toSeconds());
    }

    private static double weight(Severity severity) {
        return switch (severity) {
            case HARD -> HARD;
            case SOFT -> SOFT;
            case NONE, UNKNOWN -> 0;
        };
    }
}
