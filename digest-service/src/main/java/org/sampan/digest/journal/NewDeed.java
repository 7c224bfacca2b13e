package org.sampan.digest.journal;

import java.util.Optional;

/**
 * Something that was done, before it has a number. Either it keeps what undoing needs, or it says why it is final.
 *
 * @param what a word for it, of which the pages' text is {@code deed.<kind>.<what>}
 * @param detail in words or figures of no language, may be empty: names of fields, a size
 * @param before what undoing needs, in a form only the {@link Undoing} of the subject's kind reads; empty when it cannot
 *     be undone
 * @param finality why it cannot be undone; empty when it can
 */
public record NewDeed(
        Actor actor,
        Subject subject,
        String what,
        String detail,
        Optional<String> before,
        Optional<Finality> finality) {
    public NewDeed {
        if (before.isPresent() == finality.isPresent()) {
            throw new IllegalArgumentException(subject.kind() + "." + what + " is either undoable or final");
        }
    }

    /** A deed that can be undone. */
    public NewDeed(Actor actor, Subject subject, String what, String detail, String before) {
        this(actor, subject, what, detail, Optional.of(before), Optional.empty());
    }

    /** A deed that cannot be undone. */
    public NewDeed(Actor actor, Subject subject, String what, String detail, Finality finality) {
        this(actor, subject, what, detail, Optional.empty(), Optional.of(finality));
    }
}
