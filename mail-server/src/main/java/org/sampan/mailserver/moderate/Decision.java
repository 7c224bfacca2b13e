package org.sampan.mailserver.moderate;

import java.time.Instant;
import java.util.Locale;

/**
 * What was decided about a held post.
 *
 * @param by whom it was decided by, as to be shown
 * @param reason for the sender; may be empty
 */
public record Decision(Kind kind, String by, String reason, Instant at) {
    private static final int LONGEST = 2_000;

    /** @throws IllegalArgumentException naming the text that is too long or not printable */
    public Decision {
        requirePrintable("by", by);
        requirePrintable("reason", reason);
    }

    private static void requirePrintable(String field, String text) {
        boolean printable = text.chars().allMatch(it -> it == '\n' || it == '\r' || !Character.isISOControl(it));
        if (text.length() > LONGEST || !printable) {
            throw new IllegalArgumentException(
                    field + ": at most " + LONGEST + " characters, none of them a control character");
        }
    }

    /** What becomes of a post. */
    public enum Kind {
        /** Sent to the subscribers. */
        APPROVED,
        /** The same, and from now on what this author writes. */
        ACCEPTED,
        /** Not sent; the author is told. */
        REJECTED,
        /** Dropped without a word. */
        DISCARDED,
        /** Nobody decided in time. */
        EXPIRED;

        /** The word of REST and the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
