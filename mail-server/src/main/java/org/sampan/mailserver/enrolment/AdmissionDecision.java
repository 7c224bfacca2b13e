package org.sampan.mailserver.enrolment;

import java.time.Instant;
import java.util.Locale;

/**
 * What somebody decided about an applicant.
 *
 * @param by as to be shown
 * @param reason what a refused one was told; may be empty
 */
public record AdmissionDecision(Kind kind, String by, String reason, Instant at) {
    /** Yes and no. */
    public enum Kind {
        ADMITTED,
        REFUSED;

        /** The word of REST and the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
