package org.sampan.mailserver.bounce;

import java.time.Instant;

/**
 * A subscription whose address is in trouble.
 *
 * @param list its number
 * @param person its number
 * @param since when the stage began
 * @param probe the trial mail's delivery; 0 before there was one
 * @param reply the other server's words that led here
 * @param due when it is looked at again
 */
record BounceCase(long list, long person, Stage stage, Instant since, long probe, String reply, Instant due) {
    BounceCase dueAt(Instant next) {
        return new BounceCase(list, person, stage, since, probe, reply, next);
    }

    enum Stage {
        /** The reader was told. */
        WARNED,
        /** A trial mail is out: its bounce suspends, silence restores. */
        PROBED,
        /** Nothing is delivered; the reader is reminded, then removed. */
        SUSPENDED
    }
}
