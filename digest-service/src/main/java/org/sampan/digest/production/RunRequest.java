package org.sampan.digest.production;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sampan.digest.journal.Actor;

/** What is asked of the conductor. */
public sealed interface RunRequest {
    /** How far back the first edition of a series goes when nothing tells: a month. */
    long DEFAULT_REACH = 31L * 24 * 3600;

    /** The job's name in the contract. */
    String job();

    /** Runs of one thread come one after the other on one node. */
    default String thread() {
        return job();
    }

    /** Runs of the same thing wait for one another. */
    String lock();

    /**
     * Collect from the sources.
     *
     * @param impatient also from those that fail and are left alone for a while
     * @param backfill from this one's archive instead
     */
    record Collecting(boolean impatient, Optional<Backfill> backfill) implements RunRequest {
        /** From what the feeds have now. */
        public Collecting(boolean impatient) {
            this(impatient, Optional.empty());
        }

        public static Collecting archiveOf(long source, int pages) {
            return new Collecting(true, Optional.of(new Backfill(source, pages)));
        }

        @Override
        public String job() {
            return "collect";
        }

        /** An archive is gone through slowly, and nobody waits for it. */
        @Override
        public String lock() {
            return backfill.map(it -> "backfill " + it.source()).orElse("collect");
        }

        @Override
        public String thread() {
            return backfill.isPresent() ? "backfill" : job();
        }
    }

    /** How far back one source is gone through. */
    record Backfill(long source, int pages) {}

    /**
     * Make an edition, from compiling to publishing.
     *
     * @param clippings the only ones it shall carry; none: those of the period
     * @param dryRun show what it would be, keep and send nothing
     * @param draft stop before sending, for the desk
     * @param reachSeconds how far back the first edition of the series goes
     * @param by an editor's address, or {@code schedule}; empty: the operator
     */
    record Producing(
            String series,
            Optional<Instant> since,
            Optional<Instant> until,
            Optional<Integer> number,

            @JsonAlias("clipping") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Long> clippings,

            boolean dryRun,
            boolean draft,
            long reachSeconds,
            Optional<String> by)
            implements RunRequest {

        public Producing {
            // Requests of before are kept without.
            clippings = List.copyOf(Objects.requireNonNullElse(clippings, List.of()));
        }

        /** The next one of a series, whatever its period. */
        public static Producing next(String series) {
            return new Producing(
                    series,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false,
                    false,
                    DEFAULT_REACH,
                    Optional.empty());
        }

        /** An edition there is. */
        public Producing numbered(int one) {
            return new Producing(series, since, until, Optional.of(one), clippings, dryRun, draft, reachSeconds, by);
        }

        public Producing of(Optional<Instant> from, Optional<Instant> before) {
            return new Producing(series, from, before, number, clippings, dryRun, draft, reachSeconds, by);
        }

        /** Carrying these and no others. */
        public Producing carrying(List<Long> these) {
            return new Producing(series, since, until, number, these, dryRun, draft, reachSeconds, by);
        }

        public Producing asDraft(boolean wanted) {
            return new Producing(series, since, until, number, clippings, dryRun, wanted, reachSeconds, by);
        }

        public Producing dry(boolean wanted) {
            return new Producing(series, since, until, number, clippings, wanted, draft, reachSeconds, by);
        }

        public Producing reaching(Duration back) {
            return new Producing(series, since, until, number, clippings, dryRun, draft, back.toSeconds(), by);
        }

        public Producing by(String who) {
            return new Producing(
                    series, since, until, number, clippings, dryRun, draft, reachSeconds, Optional.of(who));
        }

        /** It was due, and nobody asked for it. */
        public boolean scheduled() {
            return by.filter(Actor.SCHEDULE.name()::equals).isPresent();
        }

        /** Who asked for it. */
        public Actor actor() {
            return by.map(Actor::new).orElse(Actor.OPERATOR);
        }

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
