package org.sampan.digest.journal;

import java.util.Optional;

/**
 * Something that was done, before it has a number.
 *
 * @param what a word for it, of which the pages' text is {@code deed.<kind>.<what>}
 * @param detail in words or figures of no language, may be empty: names of fields, a size
 * @param before what undoing needs, in a form only the {@link Undoing} of the subject's kind reads; empty when it cannot
 *     be undone
 */
public record NewDeed(Actor actor, Subject subject, String what, String detail, Optional<String> before) {
    /** A deed that cannot be undone. */
    public NewDeed(Actor actor, Subject subject, String what, String detail) {
        this(actor, subject, what, detail, Optional.empty());
    }
}
