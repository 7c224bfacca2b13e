package org.sampan.digest.production;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.edition.EditionId;

/** What was asked of the conductor, and how far it has come. Safe for many threads. */
public interface Runs {

    RunId add(RunRequest request);

    Optional<Run> find(RunId id);

    /** Those that have not ended, the oldest first: after a crash, what is to be taken up again. */
    List<RunId> unfinished();

    void progress(RunId id, String step, int done, int total);

    void concerns(RunId id, EditionId edition);

    /** What it has come to so far, as JSON; it may still grow while the run lasts. */
    void keepResult(RunId id, String json);

    void end(RunId id, RunState state, String message);
}
