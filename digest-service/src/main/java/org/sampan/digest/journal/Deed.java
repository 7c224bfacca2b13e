package org.sampan.digest.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done in the newsroom.
 *
 * @param undone it was taken back
 * @param sent what it was done to has gone to readers since
 */
public record Deed(DeedId id, Instant at, NewDeed content, boolean undone, boolean sent) {
    public boolean canBeUndone() {
        return content.before().isPresent() && !undone && !sent;
    }

    /** Why it cannot be taken back; empty when it can, or was. */
    public Optional<Finality> finality() {
        return content.finality().or(() -> Optional.of(Finality.MAILED).filter(it -> sent && !undone));
    }
}
