package org.sampan.digest.production;

import java.time.Instant;
import java.util.Optional;

/** What is asked of the conductor. */
public sealed interface RunRequest {
    /** The job's name in the contract. */
    String job();

    /** Runs of the same thing wait for one another. */
    String lock();

    /**
     * Collect from the sources.
     *
     * @param impatient also from those that fail and are left alone for a while
     */
    record Collecting(boolean impatient) implements RunRequest {
        @Override
        public String job() {
            return "collect";
        }

        @Override
        public String lock() {
            return "collect";
        }
    }

    /**
     * Make an edition, from compiling to publishing.
     *
     * @param dryRun show what it would be, keep and send nothing
     * @param draft stop before sending, for the desk
     * @param reachSeconds how far back the first edition of the series goes
     */
    record Producing(
            String series,
            Optional<Instant> since,
            Optional<Instant> until,
            Optional<Integer> number,
            boolean dryRun,
            boolean draft,
            long reachSeconds)
            implements RunRequest {

        @Override
        public String job() {
            return "edition";
        }

        @Override
        public String lock() {
            return "edition " + series;
        }
    }
}
