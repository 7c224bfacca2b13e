package org.sampan.digest.journal;

import java.util.Locale;

/** Why a deed cannot be taken back. */
public enum Finality {
    /** Mail has left, or was called back on its way: what readers have, they have. */
    MAILED,
    /** What was deleted for good is not kept anywhere. */
    DELETED,
    /** It is a taking back itself: what it took back can be done again. */
    TAKEN_BACK,
    /** It was done when nothing was kept of what was before it. */
    OLDER;

    /** As in the texts: {@code desk.journal.final.<word>}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
