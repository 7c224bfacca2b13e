package org.sampan.digest.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.EditionId;

/** What was asked of the conductor, and how far it has come. Safe for many threads. */
public interface Runs {

    RunId add(RunRequest request);

    Optional<Run> find(RunId id);

    /** Newest first, at most {@code limit}, without results; {@code before} is the last of the page before. */
    List<Run> page(Optional<RunId> before, int limit);

    /** Those that concern an edition, newest first. */
    List<Run> of(EditionId edition);

    /** Those that have not ended and are due, the oldest first: after a crash, what is to be taken up again. */
    List<RunId> unfinished(Instant now);

    void progress(RunId id, String step, int done, int total);

    void concerns(RunId id, EditionId edition);

    /** What it has come to so far, as JSON; it may still grow while the run lasts. */
    void keepResult(RunId id, String json);

    /** Takes words out of results, dry runs' too, where an edition carries a clipping or says something of it; figures stay. */
    void forget(ClippingId clipping);

    /** Ends what is running; what has ended stays as it is. */
    void end(RunId id, RunState state, String message);

    /** It goes on being asked for, but not before {@code at}. */
    void postpone(RunId id, Instant at, String message);

    /** What {@linkplain RunState#canGoOn() can go on} runs again; false when it cannot. */
    boolean reopen(RunId id);

    /** Says that somebody wants it to stop; false when it has ended. What waits stops at once. */
    boolean wantStop(RunId id, String by);

    /** Says that somebody wants back what has not reached readers of a run that is done. */
    void wantBack(RunId id, String by);

    /** Who wants it to stop, or back. */
    Optional<String> stopWanted(RunId id);

    void say(RunId id, RunLine line);

    /** Its log, in order. */
    List<RunLine> lines(RunId id);
}
