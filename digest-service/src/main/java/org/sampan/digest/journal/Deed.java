package org.sampan.digest.journal;

import java.time.Instant;

/** Something that was done in the newsroom. {@code undone}: it was taken back. */
public record Deed(DeedId id, Instant at, NewDeed content, boolean undone) {
    public boolean canBeUndone() {
        return content.before().isPresent() && !undone;
    }
}
