package org.sampan.digest.journal;

import java.util.Optional;

/** Takes back deeds done to subjects of one kind. */
public interface Undoing {

    /** The {@link Subject#kind()} it knows. */
    String kind();

    /**
     * Brings back what was before. Says nothing into the journal: who asks does.
     *
     * @param deed one that {@linkplain Deed#canBeUndone() can be undone}
     * @return the deed that would undo this undoing, for the journal; empty when it can no longer be undone, because
     *     the subject is gone, has been sent, or has changed since in the same place
     */
    Optional<NewDeed> undo(Deed deed, Actor actor);
}
