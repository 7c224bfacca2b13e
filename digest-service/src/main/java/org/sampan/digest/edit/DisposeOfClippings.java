package org.sampan.digest.edit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Disposals;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets go of what the operator does not want kept any longer and no edition carries: copies of web pages, and whole clippings. In
 * small steps, so that nothing waits for it and a crash costs nothing: what is left goes the next time.
 */
@Component
public class DisposeOfClippings {
    private static final Logger LOGGER = LoggerFactory.getLogger(DisposeOfClippings.class);

    private static final int A_STEP = 500;
    /** A night's: more goes the next night. */
    private static final int MOST_STEPS = 400;

    private final Disposals disposals;
    private final Journal journal;
    private final Settings.Retention retention;
    private final Clock clock;

    DisposeOfClippings(Disposals disposals, Journal journal, Settings settings, Clock clock) {
        this.disposals = disposals;
        this.journal = journal;
        this.retention = settings.retention();
        this.clock = clock;
    }

    /**
     * What goes, or went.
     *
     * @param copiesBefore what was fetched before; empty: copies are kept for good
     * @param unusedBefore what was collected before; empty: clippings are kept for good
     */
    public record Disposal(int copies, int unused, Optional<Instant> copiesBefore, Optional<Instant> unusedBefore) {}

    /** What {@link #dispose} would do now. */
    public Disposal show() {
        Optional<Instant> copies = before(retention.copies());
        Optional<Instant> unused = before(retention.unused());
        return new Disposal(
                copies.map(disposals::copiesBefore).orElse(0),
                unused.map(disposals::unusedBefore).orElse(0),
                copies,
                unused);
    }

    public Disposal dispose() {
        Optional<Instant> copies = before(retention.copies());
        Optional<Instant> unused = before(retention.unused());
        Disposal done = new Disposal(
                copies.map(before -> inSteps(() -> disposals.disposeOfCopies(before, A_STEP)))
                        .orElse(0),
                unused.map(before -> inSteps(() -> disposeOfUnused(before))).orElse(0),
                copies,
                unused);
        LOGGER.info("event=disposed copies={} clippings={}", done.copies(), done.unused());
        return done;
    }

    private Optional<Instant> before(Optional<Duration> kept) {
        return kept.map(clock.instant()::minus);
    }

    private static int inSteps(IntSupplier step) {
        int sum = 0;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            int done = step.getAsInt();
            sum += done;
            if (done < A_STEP) {
                return sum;
            }
        }
        return sum;
    }

    /** What it said before stands in the journal too. */
    private int disposeOfUnused(Instant before) {
        List<ClippingId> gone = disposals.disposeOfUnused(before, clock.instant(), A_STEP);
        gone.forEach(id -> journal.forgetBefore(new Subject("clipping", id.toString())));
        return gone.size();
    }
}
