package org.sampan.digest.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was done in the newsroom, by whom and when; no deed is ever taken out, only what was before it can be. What was done to a subject
 * that has been {@code sent} or {@code released} to readers since cannot be undone. Safe for many threads and nodes.
 */
public interface Journal {

    DeedId record(NewDeed deed, Instant at);

    Optional<Deed> find(DeedId id);

    /** Newest first, at most {@code limit}. */
    List<Deed> of(Subject subject, int limit);

    /** The newest that was done to any of several subjects of one kind. */
    Optional<Deed> latest(String kind, Collection<String> keys);

    /** Of all subjects, newest first, at most {@code limit}; {@code before} is the last of the page before. */
    List<Deed> page(Optional<DeedId> before, int limit);

    /** Says that {@code undone} was taken back by {@code by}; false when it was before: of several at once one wins. */
    boolean markUndone(DeedId undone, DeedId by);

    /** Forgets what was before every deed done to a subject, since it is deleted: none of them can be taken back any more. */
    void forgetBefore(Subject subject);
}
