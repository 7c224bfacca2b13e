package org.sampan.mailserver.figures;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How each list stands now. Safe for many threads. */
public interface ListStates {
    /** By the list's number; every list is there. */
    Map<Long, ListState> all();

    /**
     * How one list stands.
     *
     * @param suspended members whose mail came back too often
     * @param held posts that wait for a moderator
     * @param waiting people who want to be let in
     * @param lastPostAt empty: there was none
     * @param sends posts on their way
     * @param paused posts whose way is stopped
     */
    record ListState(
            long members,
            long suspended,
            long held,
            long waiting,
            Optional<Instant> lastPostAt,
            long sends,
            long paused) {}
}
